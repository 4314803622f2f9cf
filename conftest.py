"Each notebook under nbs/ is one pytest item, run from top to bottom by nbdev in a process of its own."
import faulthandler, multiprocessing as mp, os, re, signal, sys, tempfile, traceback, warnings
from pathlib import Path

import pytest

root = Path(__file__).resolve().parent
os.environ.setdefault('MPLBACKEND', 'Agg')
os.environ.setdefault('OMP_NUM_THREADS', '1')  # small models train no faster on two threads, and far slower when other work shares the cores
os.environ.setdefault('PYTORCH_NVML_BASED_CUDA_CHECK', '1')  # asking for CUDA must not initialise it, or no child could use it
if (shards := root.parent/'shared'/'data').is_dir(): os.environ.setdefault('AMINT_DATA', str(shards))

def pytest_addoption(parser):
    group = parser.getgroup('notebooks')
    group.addoption('--slow', action='store_true', help='run the cells flagged `#| slow` too')
    group.addoption('--nb-timeout', type=float, default=None, help='seconds that one notebook may take (default 900; with --slow 7200)')

def pytest_collect_file(file_path, parent):
    if file_path.suffix == '.ipynb' and file_path.name[0] not in '_.': return NotebookFile.from_parent(parent, path=file_path)

def has_cuda():
    import torch
    return torch.cuda.is_available()

def skip_flags(config):
    "Why each flagged cell is left out: `slow` unless asked for, `cuda` where there is no device."
    flags = {}
    if not config.option.slow: flags['slow'] = 'run it with --slow'
    if not has_cuda(): flags['cuda'] = 'no CUDA device'
    return flags

class NotebookFile(pytest.File):
    def collect(self): yield Notebook.from_parent(self, name='notebook')

class NotebookFailure(Exception): pass

def run_nb(path, flags, slow, log):
    "In the child: send everything that is printed, the traceback too, to `log`."
    fd = os.open(log, os.O_WRONLY | os.O_APPEND)
    os.dup2(fd, 1), os.dup2(fd, 2)
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    faulthandler.enable(sys.stderr, all_threads=False)
    code = 1
    try:
        from nbdev.test import test_nb
        code = 0 if test_nb(path, skip_flags=flags, force_flags=['slow'] if slow else [], basepath=root, verbose=True, cell_timeout=None)[0] else 1
    except BaseException: traceback.print_exc()
    finally:
        sys.stdout.flush(), sys.stderr.flush()
        os._exit(code)  # a notebook's threads and exit handlers are not waited for

def failed_cell(path, said):
    "The source of the cell that nbdev's traceback names."
    from fastcore.nbio import read_nb
    if found := re.findall(r'While Executing Cell #(\d+)', said): return [f'Cell #{found[-1]}:\n' + read_nb(path).cells[int(found[-1]) - 1].source]
    return []

class Notebook(pytest.Item):
    def context(self):
        "Fork with fastai imported once; where CUDA or the platform forbids that, start afresh."
        if sys.platform != 'linux' or has_cuda(): return mp.get_context('spawn')
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            import fastai.vision.all, nbdev.test  # noqa: F401
        return mp.get_context('fork')

    def runtest(self):
        from nbdev.test import nb_test_cells
        flags = skip_flags(self.config)
        cells = nb_test_cells(self.path)
        left_out = {f: n for f in flags if (n := sum(f in c.directives_ for c in cells))}
        why = '; '.join(f'{n} `{f}` cell{"s" * (n > 1)} ({flags[f]})' for f, n in left_out.items())
        if left_out: self.user_properties.append(('cells left out', why))
        if cells and not nb_test_cells(self.path, skip_flags=list(flags)): pytest.skip(f'nothing but {why}')

        slow = self.config.option.slow
        limit = self.config.option.nb_timeout or (7200 if slow else 900)
        with tempfile.TemporaryDirectory() as tmp:
            log = Path(tmp)/'log'
            log.touch()
            child = self.context().Process(target=run_nb, args=(self.path, list(flags), slow, log))
            child.start()
            child.join(limit)
            if late := child.is_alive():
                os.kill(child.pid, signal.SIGINT)  # nbdev then prints where the notebook stands
                child.join(5)
                child.kill(), child.join()
            if child.exitcode == 0: return
            how = (f'took longer than {limit:g} s' if late else f'crashed: killed by signal {-child.exitcode}' if child.exitcode < 0
                   else 'failed' if child.exitcode == 1 else f'ended with exit code {child.exitcode}')
            said = log.read_text(encoding='utf-8', errors='replace').rstrip()
            if late: said = '\n'.join(said.splitlines()[-40:])
            raise NotebookFailure('\n\n'.join([f'{self.path.relative_to(root)} {how}', said, *failed_cell(self.path, said)]))

    def repr_failure(self, excinfo):
        return str(excinfo.value) if isinstance(excinfo.value, NotebookFailure) else super().repr_failure(excinfo)

    def reportinfo(self): return self.path, None, f'{self.path.relative_to(root)}'

def pytest_terminal_summary(terminalreporter):
    reports = [o for k in ('passed', 'failed', 'skipped') for o in terminalreporter.stats.get(k, ())]
    left_out = sorted((o.nodeid, why) for o in reports for name, why in o.user_properties if name == 'cells left out')
    if left_out: terminalreporter.section('cells left out')
    for nodeid, why in left_out: terminalreporter.write_line(f'{nodeid}: {why}')
