# DCMODIFY SOURCE DESTINATION: copies, then changes the copies, as scripts do that people write.
set -e
cp -r "$2/." "$3"
find "$3" -name '*.dcm' -print0 | xargs -0 "$1" -nb -ie -imt -ep -gst -gse -gin \
    -ma PatientName=ANON -ma PatientID=0001 -ma PatientBirthDate= -ma AccessionNumber= -ma StudyDate= -ma StudyTime= \
    -ma ReferringPhysicianName= -ea InstitutionName -ea InstitutionAddress -ea StationName -ea OperatorsName
