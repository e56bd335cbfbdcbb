# What went wrong on Windows alone, each as somebody would meet it.

folder=$work/faults
mkdir -p "$folder"
# Patients who do not exist, and a key.
on_linux demo "$folder/demo" > /dev/null 2>&1
key=$(windows_path "$folder/demo/private/protection.key")
rm -rf "$folder/demo/shared"

# protect_on_windows FOLDER DESTINATION OPTION...: paths of Linux.
protect_on_windows() {
    local from=$1 to=$2
    shift 2
    on_windows protect "$(windows_path "$from")" --destination "$(windows_path "$to")" --key "$key" "$@"
}

# hold FILE SECONDS: a program of Windows reads a file meanwhile, and lets nobody replace it.
hold() {
    wine cmd /c "ping -n $(($2 + 1)) 127.0.0.1 > nul < $(windows_path "$1")" > /dev/null 2>&1 &
    holder=$!
    sleep 2
}

# release: who holds a file lets it go. The programs that end are those of this prefix.
release() { wine taskkill /f /im ping.exe > /dev/null 2>&1; }

# release_after FOLDER: who holds a file lets it go when a file stands in a folder. On a slow machine nothing else tells
# that the run has come so far.
release_after() {
    until [ -n "$(find "$1" -name '*.dcm' 2> /dev/null)" ]; do sleep 0.1; done
    release
}

# A service account has rights to the leaf alone.
mkdir -p "$folder/closed/study" "$folder/closed/out"
cp -r "$folder/demo/source/patient1/series1" "$folder/closed/study"
chmod 311 "$folder/closed"
if ls "$folder/closed" > /dev/null 2>&1; then
    skip 'parents that cannot be listed: this account can list everything'
else
    says 'a source in a folder that the account may not list is protected' 0 ' 0 failed' \
        protect_on_windows "$folder/closed/study" "$folder/closed-out"
    says 'a destination in a folder that the account may not list is written to' 0 ' 0 failed' \
        protect_on_windows "$folder/demo/source/patient1/series1" "$folder/closed/out"
fi
chmod 755 "$folder/closed"

# Somebody reads a file that is to be replaced.
cp -r "$folder/demo/source/patient1/series1" "$folder/held"
hold "$folder/held/IM0001.dcm" 4
says 'a file in place that somebody reads for a moment is replaced when he is done' 0 ' 0 failed' on_windows protect \
    "$(windows_path "$folder/held")" --in-place --force --key "$key"
wait "$holder"
printf 'subj,MRN,CT_date\nS-1,MRN-9,20240101\n' > "$folder/map.csv"
hold "$folder/map.csv" 300
release_after "$folder/mapped" &
says 'a subject map that somebody reads for a moment is written when he is done' 0 ' 0 failed' \
    protect_on_windows "$folder/demo/source/patient1/series1" "$folder/mapped" --export-map "$(windows_path "$folder/map.csv")"
wait "$holder"
check 'the map then has its old lines and the new one' grep -qc MRN-0001 "$folder/map.csv"

hold "$folder/map.csv" 300
says 'a subject map that stays held gets its lines beside it, and what to do is told' 2 'unmerged-1.csv.*--resume' \
    protect_on_windows "$folder/demo/source/patient2/series1" "$folder/unmapped" --export-map "$(windows_path "$folder/map.csv")"
check 'the file beside the map leads back' grep -q MRN-0002 "$folder/map.unmerged-1.csv"
release
wait "$holder"
says 'the run that is resumed adds the lines' 0 ' 0 failed' protect_on_windows "$folder/demo/source/patient2/series1" \
    "$folder/unmapped" --resume --export-map "$(windows_path "$folder/map.csv")"
check 'the map then leads back' grep -q MRN-0002 "$folder/map.csv"

# Paths at which no file can be.
for place in 'Z:\' '\\server\share' NUL "$(windows_path "$folder")"; do
    says "a subject map cannot be $place" 2 'subject map cannot be written to .*it is a ' \
        protect_on_windows "$folder/demo/source/patient1/series1" "$folder/never" --export-map "$place"
    says "a key cannot be $place" 2 'cannot be read: it is a ' on_windows protect \
        "$(windows_path "$folder/demo/source/patient1/series1")" --destination "$(windows_path "$folder/never")" --key "$place"
done
check 'nothing is written then' test ! -e "$folder/never"

# A destination in the source, however it is written.
cp -r "$folder/demo/source/patient1/series1" "$folder/in"
ln -sfn "$folder" "$WINEPREFIX/dosdevices/y:"
for inside in "\\\\?\\$(windows_path "$folder/in")\\out" 'Y:\in\out' 'y:\IN\out'; do
    says "a destination in the source is noticed as $inside" 2 'lies inside a source folder' \
        on_windows protect "$(windows_path "$folder/in")" --destination "$inside" --key "$key"
done
says 'a destination beside the source is not taken for one in it' 0 ' 0 failed' \
    on_windows protect "$(windows_path "$folder/in")" --destination 'Y:\in-out' --key "$key"
rm "$WINEPREFIX/dosdevices/y:"

# What a run that died left.
mkdir -p "$folder/swept"
touch -d '2 days ago' "$folder/swept/.00000000-1-00000000-1.dams-partial"
protect_on_windows "$folder/demo/source/patient1/series1" "$folder/swept" > /dev/null 2>&1
check 'the unfinished file of a run that died goes' test ! -e "$folder/swept/.00000000-1-00000000-1.dams-partial"

# In cmd, "C:\in\" --destination C:\out is one argument.
says 'a quotation mark in a path is told as what it is' 2 'quotation mark' on_windows protect 'C:\in" --destination C:\out'
