"Check the sdist and the wheel in a folder: their files, and metadata equal to settings.ini."
import sys, tarfile, zipfile
from configparser import ConfigParser
from email import message_from_bytes
from pathlib import Path

root = Path(__file__).resolve().parent.parent
cp = ConfigParser(delimiters=['='], interpolation=None)
cp.read(root/'settings.ini', encoding='utf-8')
cfg = cp['DEFAULT']
dist = Path(sys.argv[1])
sdist, wheel = next(dist.glob('*.tar.gz')), next(dist.glob('*.whl'))
ours = {p.relative_to(root).as_posix() for p in (root/cfg['lib_name']).rglob('*') if p.is_file() and '__pycache__' not in p.parts}

in_sdist = {n.partition('/')[2] for n in tarfile.open(sdist).getnames()}
lost = (ours | {'settings.ini', 'LICENSE', 'README.md', 'setup.py', 'pyproject.toml'}) - in_sdist
assert not lost, f'{sdist.name} lacks {sorted(lost)}'

whl = zipfile.ZipFile(wheel)
files = set(whl.namelist())
assert ours <= files, f'{wheel.name} lacks {sorted(ours - files)}'
odd = {n for n in files - ours if '.dist-info/' not in n}
assert not odd, f'{wheel.name} holds {sorted(odd)} too'

info = next(n for n in files if n.endswith('.dist-info/METADATA')).rpartition('/')[0]
meta = message_from_bytes(whl.read(f'{info}/METADATA'))
for field, want in {'Name': cfg['name'], 'Version': cfg['version'], 'Summary': cfg['description'], 'License-Expression': cfg['license'],
                    'Requires-Python': f">={cfg['min_python']}"}.items(): assert meta[field] == want, f'{field}: {meta[field]!r}, not {want!r}'
asked = {r for r in meta.get_all('Requires-Dist') if 'extra ==' not in r}
assert asked == set(cfg['requirements'].split()), asked ^ set(cfg['requirements'].split())
urls = {u.split(', ')[1] for u in meta.get_all('Project-URL')}
assert urls == {cfg['git_url'], cfg['doc_url']}, urls
assert cfg['console_scripts'].replace('=', ' = ') in whl.read(f'{info}/entry_points.txt').decode()
print(f'{sdist.name} and {wheel.name} hold {len(ours)} files of {cfg["lib_name"]} and the metadata of settings.ini')
