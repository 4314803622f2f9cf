"Every field comes from settings.ini, the metadata's one home."
from configparser import ConfigParser
from pathlib import Path
from setuptools import setup, find_packages

root = Path(__file__).parent
parser = ConfigParser(delimiters=['='], interpolation=None)
parser.read(root/'settings.ini', encoding='utf-8')
cfg = parser['DEFAULT']
lib, min_minor = cfg['lib_name'], int(cfg['min_python'].split('.')[1])

setup(
    name=cfg['name'], version=cfg['version'], description=cfg['description'], author=cfg['author'],
    keywords=[o.strip() for o in cfg['keywords'].split(',')], license_expression=cfg['license'],
    long_description=(root/'README.md').read_text(encoding='utf-8'), long_description_content_type='text/markdown',
    python_requires=f">={cfg['min_python']}", packages=find_packages(include=[lib, f'{lib}.*']), include_package_data=True,
    install_requires=cfg['requirements'].split(), extras_require={o: cfg[f'{o}_requirements'].split() for o in ('dev', 'heic')},
    entry_points={'console_scripts': cfg['console_scripts'].split(), 'amint.commands': cfg['commands'].split(),
                  'nbdev': [f'{lib}={lib}._modidx:d']},
    classifiers=['Development Status :: 3 - Alpha', 'Intended Audience :: Science/Research', 'Programming Language :: Python :: 3',
                 'Programming Language :: Python :: 3 :: Only', *(f'Programming Language :: Python :: 3.{i}' for i in range(min_minor, 14)),
                 'Topic :: Scientific/Engineering :: Artificial Intelligence'])
