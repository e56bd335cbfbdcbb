"""SOURCE DESTINATION: new values for name, number, birth date and institution; all else as it was, read and written by pydicom."""
import os
import sys

import pydicom

source, destination = sys.argv[1:]
for folder, _, names in os.walk(source):
    target = os.path.join(destination, os.path.relpath(folder, source))
    os.makedirs(target, exist_ok=True)
    for name in names:
        dataset = pydicom.dcmread(os.path.join(folder, name))
        dataset.PatientName = "S-1"
        dataset.PatientID = "S-1"
        dataset.PatientBirthDate = "19000101"
        dataset.InstitutionName = "none"
        dataset.save_as(os.path.join(target, name))
