"""Table E.1-1 of PS3.15 over pydicom: TABLE SOURCE DESTINATION. What people write who have an afternoon for it."""
import csv
import os
import sys

import pydicom
from pydicom.uid import generate_uid

DUMMIES = {"PN": "ANON", "DA": "19000101", "DT": "19000101000000", "TM": "000000", "IS": "0", "DS": "0", "AS": "000Y", "UR": "http://anon.invalid"}

table, source, destination = sys.argv[1:]
with open(table, encoding="utf-8") as rows:
    actions = {row["tag"].replace(",", "").upper(): row["basic"] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)}


def clean(dataset, element):
    action = actions.get("%08X" % element.tag, "")
    if element.VR == "PN" and not action:
        action = "Z"
    if action == "U" and element.VR == "UI":
        element.value = generate_uid(entropy_srcs=["benchmark", str(element.value)])
    elif action in ("X", "X/Z", "X/D", "X/Z/D"):
        del dataset[element.tag]
    elif action in ("Z", "Z/D") and element.VR != "SQ":
        element.value = ""
    elif action == "D" and element.VR not in ("SQ", "UN", "OB", "OW"):
        element.value = DUMMIES.get(element.VR, "ANON")


for folder, _, names in os.walk(source):
    for name in names:
        path = os.path.join(folder, name)
        target = os.path.join(destination, os.path.relpath(path, source))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        try:
            dataset = pydicom.dcmread(path)
            dataset.remove_private_tags()
            dataset.walk(clean)
            dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
            dataset.save_as(target)
        except Exception as error:
            print(f"{name}: {error}", file=sys.stderr)
