# The engine for .NET Standard 2.0, which Windows PowerShell 5.1 loads, gives in mono the bytes that the command gives.

if ! command -v mono > /dev/null || [ ! -f "$(dirname "$(readlink -f "$(command -v mono)")")/../lib/mono/4.5/Facades/netstandard.dll" ]; then
    skip 'the engine of 5.1: mono is missing; apt-get install --no-install-recommends mono-runtime mono-devel brings it'
else
    folder=$work/engine
    mkdir -p "$folder"
    dotnet build tests/Windows/EngineDriver --nologo -v q -o "$lane/engine-driver" > "$work/build" 2>&1 || fail 'the driver is built' "$(< "$work/build")"
    on_linux demo "$folder/demo" > /dev/null 2>&1
    for profile in Basic Research Encode; do
        on_linux protect "$folder/demo/source" --destination "$folder/linux-$profile" --key "$folder/demo/private/protection.key" \
            --profile "$profile" --export-map "$folder/linux-$profile.csv" > /dev/null 2>&1
        says "the engine of 5.1 runs: $profile" 0 ' 0 failed' mono "$lane/engine-driver/engine-driver.exe" "$folder/demo/source" \
            "$folder/mono-$profile" "$folder/demo/private/protection.key" "$profile" "$folder/mono-$profile.csv"
        same "the engine of 5.1 gives the same tree: $profile" "$folder/linux-$profile" "$folder/mono-$profile"
        same "the engine of 5.1 gives the same map: $profile" "$folder/linux-$profile.csv" "$folder/mono-$profile.csv"
    done
fi
