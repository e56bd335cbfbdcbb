# The command gives on Windows the bytes that it gives on Linux.

for system in linux windows; do
    mkdir -p "$work/$system"
done
on_linux demo "$work/linux/demo" > /dev/null 2>&1
says 'the demo runs and audits itself' 0 'Nothing of the patients is left' on_windows demo "$(windows_path "$work/windows/demo")"
same 'the demo makes the same images' "$work/linux/demo/source/patient1" "$work/windows/demo/source/patient1"
same 'the demo makes the same images of the second patient' "$work/linux/demo/source/patient2" "$work/windows/demo/source/patient2"

source_linux=$work/linux/demo/source
key_linux=$work/linux/demo/private/protection.key
source_windows=$(windows_path "$source_linux")
key_windows=$(windows_path "$key_linux")

# protect_both NAME OPTION...: the same run on both; their trees are linux/NAME and windows/NAME.
protect_both() {
    local name=$1
    shift
    on_linux protect "$source_linux" --destination "$work/linux/$name" --key "$key_linux" "$@" > /dev/null 2>&1
    says "$name runs" 0 ' 0 failed' on_windows \
        protect "$source_windows" --destination "$(windows_path "$work/windows/$name")" --key "$key_windows" "$@"
    same "$name gives the same tree" "$work/linux/$name" "$work/windows/$name"
}

for profile in Basic Research Encode; do
    protect_both "$profile" --profile "$profile"
done
protect_both 'Kept structure' --keep-structure

# A list: its cells hold paths of the system.
printf 'Patient_ID,MRN,Patient_Dir_Paths\nL1,MRN-0001,%s\nL2,MRN-0002,%s\n' \
    "$source_linux/patient1" "$source_linux/patient2" > "$work/linux/list.csv"
sed "s|$source_linux/|$(windows_path "$source_linux/" | sed 's|\\|\\\\|g')|g" "$work/linux/list.csv" > "$work/windows/list.csv"
on_linux protect --list "$work/linux/list.csv" --destination "$work/linux/list" --key "$key_linux" \
    --export-map "$work/linux/list-map.csv" > /dev/null 2>&1
says 'a list runs' 0 ' 0 failed' on_windows protect --list "$(windows_path "$work/windows/list.csv")" \
    --destination "$(windows_path "$work/windows/list")" --key "$key_windows" --export-map "$(windows_path "$work/windows/list-map.csv")"
same 'a list gives the same tree' "$work/linux/list" "$work/windows/list"
same 'a list gives the same map' "$work/linux/list-map.csv" "$work/windows/list-map.csv"
says 'a list of the demo, whose cells are Python lists, runs' 0 ' 0 failed' on_windows \
    protect --list "$(windows_path "$work/windows/demo/source/patients.csv")" \
    --destination "$(windows_path "$work/windows/demo-list")" --key "$key_windows"

# In place, with a backup; a second run finds nothing to do.
for system in linux windows; do
    cp -a "$source_linux" "$work/$system/in-place"
done
on_linux protect "$work/linux/in-place" --in-place --force --backup "$work/linux/backup" --key "$key_linux" > /dev/null 2>&1
for time in first second; do
    says "the $time run in place runs" 0 ' 0 failed' on_windows protect "$(windows_path "$work/windows/in-place")" \
        --in-place --force --backup "$(windows_path "$work/windows/backup")" --key "$key_windows"
    find "$work"/*/in-place -name .dams-in-place -exec sort -o {} {} \;
    same "the $time run in place gives the same tree" "$work/linux/in-place" "$work/windows/in-place"
done
same 'the backup holds the same originals' "$work/linux/backup$work/linux/in-place" "$work/windows/backup/Z$work/windows/in-place"

# What a run that died left is taken up: one patient whole, of the other some files lost and a half one there.
on_windows protect "$source_windows\\patient1" --destination "$(windows_path "$work/windows/resumed")" --key "$key_windows" > /dev/null 2>&1
find "$work/windows/resumed" -name '*.dcm' | sort | awk 'NR % 3 == 0' | xargs rm
says 'a run that is resumed runs' 0 ' [1-9][0-9]* skipped, 0 failed' on_windows protect "$source_windows" --resume \
    --destination "$(windows_path "$work/windows/resumed")" --key "$key_windows"
same 'a run that is resumed gives the same tree' "$work/linux/Basic" "$work/windows/resumed"

# Two processes merge into one map.
for patient in 1 2; do
    on_linux protect "$source_linux/patient$patient" --destination "$work/linux/two" --key "$key_linux" \
        --export-map "$work/linux/two.csv" > /dev/null 2>&1
    on_windows protect "$source_windows\\patient$patient" --destination "$(windows_path "$work/windows/two")" --key "$key_windows" \
        --export-map "$(windows_path "$work/windows/two.csv")" > "$work/two.$patient" 2>&1 &
    processes[patient]=$!
done
for patient in 1 2; do
    check "process $patient of two on one map ends well" wait "${processes[patient]}"
done
same 'two processes on one map give the same tree' "$work/linux/two" "$work/windows/two"
same 'two processes on one map give the same lines' <(sort "$work/linux/two.csv") <(sort "$work/windows/two.csv")
