"The oldest packages that settings.ini admits, tried once: `oldest.py FOLDER` installs them there, and imports and uses the library with them."
import os, re, subprocess, sys
from configparser import ConfigParser
from pathlib import Path

root = Path(__file__).resolve().parents[1]
HEAVY = {'torch', 'torchvision'} # gigabytes, and bound to each other: those of the environment

def oldest():
    "name==version of each requirement that has a lower bound, the heavy ones left out"
    parser = ConfigParser(delimiters=['='], interpolation=None)
    parser.read(root/'settings.ini', encoding='utf-8')
    pairs = [o.partition('>=')[::2] for o in parser['DEFAULT']['requirements'].split()]
    unbound = [name for name, low in pairs if not re.fullmatch(r'[\d.]+', low)]
    if unbound: sys.exit(f"settings.ini gives no lower bound, as in name>=1.2, for: {', '.join(unbound)}")
    return [f'{name}=={low}' for name, low in pairs if name not in HEAVY]

THEIRS = ['pytz', 'tzdata', 'decorator', 'pickleshare', 'backcall', 'pydantic-core==2.18.1'] # what the oldest require, and newer ones do not or otherwise

def install(folder):
    "Without what they require in turn, which is there, the environment's own; but for what newer ones no longer require"
    pip = [sys.executable, '-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--no-deps', '--target', folder]
    subprocess.run([*pip, *oldest(), *THEIRS], check=True)

USE = '''
import importlib, os, pkgutil, sys, tempfile, numpy as np
from importlib.metadata import version
from pathlib import Path
for o in sys.argv[1:]:
    name, _, low = o.partition('==')
    found = [int(i) for i in version(name).split('.')]
    assert found[:len(low.split('.'))] == [int(i) for i in low.split('.')], f'{name} {version(name)} where {low} was to be tried'

import amint
for o in pkgutil.walk_packages(amint.__path__, 'amint.'): importlib.import_module(o.name)

from PIL import Image
from typer.testing import CliRunner
from amint.methods.references import train_references
from amint.data.benchmarks import read_benchmark
from amint.cli import app
from amint.settings import Settings

def run(*args, codes=(0,), **env):
    res = CliRunner().invoke(app, [str(o) for o in args], env=env)
    assert res.exit_code in codes, (args, res.exit_code, res.output, res.exception)
    return res.output

home = Path(tempfile.mkdtemp())
run('--help')
run('train', home/'no', '--data', home/'nowhere', codes=(2,))
run('demo', '--out', home/'run', '--epochs', 1)
run('export', home/'run', home/'model', '--detector', home/'detector', '--sign', home/'key.pem', '--seal', home/'sealed',
    AMINT_PASSPHRASE='many words in a row')
run('unseal', home/'sealed', home/'opened', AMINT_PASSPHRASE='many words in a row')
run('verify', home/'model', '--detector', home/'opened')
(home/'images').mkdir()
pool = read_benchmark('digits')
for i in range(10):
    for end in ('png', 'jpg', 'webp'): Image.fromarray(np.asarray(pool.images[i])).save(home/'images'/f'{i}.{end}')
said = run('judge', home/'model', home/'images', home/'said', '--detector', home/'detector', codes=(0, 1)) # 1: so few images, each three times, may pass for another kind
assert '30 of 30 images read' in said, said
run('report', home/'said', '--artifact', home/'model', '--detector', home/'detector', '--images', home/'images', codes=(0, 1))
s = Settings(epochs=1, take=300, members=150, external=50, calibration=40, unseen=40, references=4)
train_references(s.refs(s.pool(), home/'references'), say=print)
'''

def use(folder):
    env = os.environ | dict(PYTHONPATH=os.pathsep.join([folder, str(root)]), OMP_NUM_THREADS='1', MPLBACKEND='Agg', PYTHONWARNINGS='ignore')
    subprocess.run([sys.executable, '-c', USE, *oldest()], cwd=folder, env=env, check=True)

if __name__ == '__main__':
    folder = sys.argv[1]
    install(folder)
    use(folder)
    print('imports, trains, audits, exports and judges with', *oldest())
