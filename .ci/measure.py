"What the code is like to read, as figures: `measure.py [FOLDER of a checkout]`. Printed as a table; nothing is judged."
import ast, json, re, sys
from pathlib import Path
from statistics import median

WIDE = 120 # characters of a line
LAB = ('bench', 'experiments', 'marks', 'tables') # modules of the project's own experiments

def tenth(values, share=.9):
    "The value below which the share of them lies"
    values = sorted(values)
    return values[min(len(values) - 1, int(share*len(values)))] if values else 0

def spans_of_templates(tree):
    "Lines that lie in strings of more than three lines, such as pages and styles"
    def long(o): return isinstance(o, ast.Constant) and isinstance(o.value, str) and o.end_lineno - o.lineno > 3
    return {i for o in ast.walk(tree) if long(o) for i in range(o.lineno, o.end_lineno + 1)}

def functions(tree, lines):
    "(lines, characters without indentation) of each function"
    for f in ast.walk(tree):
        if not isinstance(f, (ast.FunctionDef, ast.AsyncFunctionDef)): continue
        body = lines[f.lineno - 1:f.end_lineno]
        yield len(body), sum(len(o.strip()) for o in body)

def private_imports(tree):
    "Names with a leading underscore that come from another module of the package"
    for o in ast.walk(tree):
        if not isinstance(o, ast.ImportFrom): continue
        if o.level or (o.module or '').startswith('amint'): yield from (a.name for a in o.names if a.name.startswith('_') and not a.name.startswith('__'))

def package(root):
    "Figures of the exported modules"
    lines, plain, wide, sizes, private, lab = 0, 0, 0, [], 0, 0
    for path in sorted((root/'amint').rglob('*.py')):
        if path.name == '_modidx.py': continue
        text = path.read_text(encoding='utf-8')
        tree, rows = ast.parse(text), text.splitlines()
        left_out = spans_of_templates(tree)
        mine = [r for i, r in enumerate(rows, 1) if i not in left_out]
        lines += len(rows)
        plain += len(mine)
        lab += len(rows)*(path.stem in LAB or 'lab' in path.parts)
        wide += sum(len(r) > WIDE for r in mine)
        sizes += functions(tree, rows)
        private += len(list(private_imports(tree)))
    n, chars = zip(*sizes)
    return {'lines that a user installs': lines - lab, 'lines of the lab': lab, f'lines over {WIDE} characters': f'{wide/plain:.1%}',
            'lines of a function, median / 90th percentile': f'{median(n):g} / {tenth(n)}',
            'characters of a function, median / 90th percentile': f'{median(chars):g} / {tenth(chars)}',
            'private names imported across modules': private}

def cells(root):
    "Exported cells, test cells and prose of the chapters, which are the notebooks that export"
    exported, tests, words, pictures, chapters = [], [], 0, 0, 0
    for path in sorted((root/'nbs').rglob('*.ipynb')):
        nb = json.loads(path.read_text(encoding='utf-8'))
        code = [c for c in nb['cells'] if c['cell_type'] == 'code']
        sources = [''.join(c['source']) for c in code]
        if not any(re.match(r'#\|\s*export', s) for s in sources): continue
        chapters += 1
        prose = [''.join(c['source']) for c in nb['cells'] if c['cell_type'] == 'markdown']
        words += sum(len(p.split()) for p in prose)
        shown = any('image/png' in o.get('data', {}) or 'image/svg+xml' in o.get('data', {}) for c in code for o in c['outputs'])
        pictures += shown or any('](images/' in p or '```{mermaid}' in p for p in prose)
        for s in sources:
            if re.match(r'#\|\s*export', s): exported.append(s.count('\n'))
            elif not s.startswith('#|'): tests.append(len(s))
    return {'chapters, with a picture': f'{chapters}, {pictures}',
            'lines of an exported cell, median / 90th percentile / longest': f'{median(exported):g} / {tenth(exported)} / {max(exported)}',
            'characters of a test cell, median / longest': f'{median(tests):g} / {max(tests)}',
            'words of prose a line of exported code': f'{words/sum(exported):.1f}'}

if __name__ == '__main__':
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[1])
    figures = package(root) | cells(root)
    wide = max(map(len, figures))
    for name, value in figures.items(): print(f'{name:{wide}}  {value}')
