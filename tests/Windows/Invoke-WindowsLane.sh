#!/usr/bin/env bash
# Runs what is for Windows on Linux: the command and PowerShell in wine, the engine of Windows PowerShell 5.1 in mono.
# Usage: Invoke-WindowsLane.sh [PART...], of command, faults, engine, cmdlets; all of them where none is named.
# Ends with 0 when all agrees or wine is missing (it says so), else with 1. Its last line counts:
# "N passed, M failed, K skipped". docs/testing.md says what it cannot see.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if ! command -v wine > /dev/null; then
    echo "wine is missing, so nothing was run as on Windows; apt-get install --no-install-recommends wine wine64 brings it."
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi

# As root no permission counts, and one test is of permissions.
if [ "$EUID" -eq 0 ] && [ -z "${DAMS_LANE_AS_ACCOUNT:-}" ] && command -v setpriv > /dev/null; then
    DAMS_LANE_AS_ACCOUNT=1 exec setpriv --bounding-set=-dac_override,-dac_read_search tests/Windows/Invoke-WindowsLane.sh "$@"
fi

source tests/Windows/lane.sh
start_lane
for part in "${@:-command faults engine cmdlets}"; do
    for name in $part; do
        echo "== $name"
        source "tests/Windows/$name.sh"
    done
done
end_lane
