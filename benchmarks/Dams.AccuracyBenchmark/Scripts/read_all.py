"""Reads the files whose paths stand in standard input; writes the paths of those that pydicom cannot read to the end."""
import sys
import warnings

import pydicom

warnings.simplefilter("ignore")


def read(dataset):
    for tag in list(dataset.keys()):
        element = dataset.get_item(tag)
        if element.VR == "SQ" or (element.VR is None and pydicom.datadict.dictionary_has_tag(tag) and pydicom.datadict.dictionary_VR(tag) == "SQ"):
            for item in dataset[tag].value or []:
                read(item)


for path in sys.stdin.read().splitlines():
    try:
        read(pydicom.dcmread(path))
    except Exception as error:
        print(f"{path}\t{error}")
