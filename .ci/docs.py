"Build the site into _docs: nbdev prepares the notebooks, Quarto renders them, or smalldocs where Quarto is absent; then its links are checked."
import json, os, re, shutil, subprocess, sys, tempfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

root = Path(__file__).resolve().parent.parent
tools = Path(sys.executable).parent

def existing(items, folder):
    "The navigation `items` without pages that are not there, and those pages."
    kept, gone = [], []
    for o in items:
        if isinstance(o, dict) and 'contents' in o:
            inner, lost = existing(o['contents'], folder)
            gone += lost
            if inner: kept.append({**o, 'contents': inner})
            continue
        page = o if isinstance(o, str) else o.get('href', '')
        if page.endswith('.ipynb') and not (folder/page).exists(): gone.append(page)
        else: kept.append(o)
    return kept, gone

def fit_smalldocs(folder):
    "Take out of the prepared `folder` what only Quarto reads: its file names, links by those names, and pages still to come."
    import yaml
    from nbdev.config import get_config, nbpath2html
    nbs = [p.relative_to(folder) for p in folder.rglob('*.ipynb')]
    pages = {nbpath2html(p).as_posix(): p.as_posix() for p in nbs}
    url = re.compile(re.escape(get_config().doc_url) + r'([\w./-]+\.html)')
    def local(m): return '/' + pages[m[1]] if m[1] in pages else m[0]
    for p in nbs:
        nb = json.loads((folder/p).read_text(encoding='utf-8'))
        for c in nb['cells']:
            src = ''.join(c['source'])
            if c['cell_type'] == 'raw': src = re.sub(r'^output-file:.*\n', '', src, flags=re.M)
            c['source'] = url.sub(local, src) if c['cell_type'] == 'markdown' else src
            for o in c.get('outputs', []):
                if md := o.get('data', {}).get('text/markdown'): o['data']['text/markdown'] = url.sub(local, ''.join(md))
        (folder/p).write_text(json.dumps(nb), encoding='utf-8')
    cfg = yaml.safe_load((folder/'_quarto.yml').read_text(encoding='utf-8'))
    web = cfg['website']
    gone = set()
    for bar, key in ((web['sidebar'], 'contents'), (web['navbar'], 'left')):
        bar[key], lost = existing(bar[key], folder)
        gone |= set(lost)
    if gone: print('not written yet, so not in the navigation:', *sorted(gone))
    (folder/'_quarto.yml').write_text(yaml.safe_dump(cfg, sort_keys=False), encoding='utf-8')

def render_smalldocs(cache):
    with tempfile.TemporaryDirectory() as tmp:
        site = Path(tmp)/'site'
        shutil.copytree(cache, site)
        fit_smalldocs(site)
        if subprocess.run([tools/'smalldocs', 'render', '--quiet', '--strict', site]).returncode: sys.exit('The warnings above must go.')
        shutil.rmtree(root/'_docs', ignore_errors=True)
        shutil.move(site/'_docs', root/'_docs')

class Page(HTMLParser):
    "The ids and the links of a page."
    def __init__(self, path):
        super().__init__()
        self.ids, self.links = set(), []
        self.feed(path.read_text(encoding='utf-8'))
    def handle_starttag(self, tag, attrs):
        d = dict(attrs)
        self.ids |= {d.get('id'), d.get('name')}
        self.links += [d[k] for k in ('href', 'src') if d.get(k)]

def broken(docs):
    "Links inside the site that lead to no file or to no place in its page."
    pages = {p: Page(p) for p in docs.rglob('*.html') if 'site_libs' not in p.parts}
    for p, page in pages.items():
        for link in page.links:
            u = urlsplit(link)
            if u.scheme or u.netloc: continue
            to = (p if not u.path else docs/u.path.lstrip('/') if u.path[0] == '/' else p.parent/unquote(u.path)).resolve()
            if to.is_dir(): to /= 'index.html'
            if not to.exists(): yield f'{p.relative_to(docs)}: no such file: {link}'
            elif u.fragment and to in pages and unquote(u.fragment) not in pages[to].ids: yield f'{p.relative_to(docs)}: no such place: {link}'

if __name__ == '__main__':
    os.chdir(root)
    if shutil.which('quarto'): subprocess.run([tools/'nbdev-docs'], check=True)
    elif sys.version_info < (3, 11): sys.exit('The site needs Quarto on PATH, or Python >= 3.11 for smalldocs.')
    else:
        from nbdev.serve import proc_nbs
        render_smalldocs(proc_nbs('nbs'))
    bad = sorted(set(broken(root/'_docs')))
    if bad: sys.exit('\n'.join(['broken links:', *bad]))
    print('The site is in _docs/index.html; its links are sound.')
