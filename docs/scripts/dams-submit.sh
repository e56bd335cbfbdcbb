#!/bin/bash
# Protects a patient list as a Slurm job array that ends in one subject map.
#
#   dams-submit.sh LIST SHARDS JOBFOLDER MAP -Destination DIR -KeyPath FILE [-ProfileName P]
#
# JOBFOLDER is made, for its owner alone: it holds the shards of the list, their maps and the logs. All paths are full
# paths that every node sees. DAMS_MODULE names the module where it is not installed as Dams.
set -euo pipefail
list=$1 shards=$2 job=$3 map=$4
shift 4
scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

umask 077
mkdir -- "$job"
shards=$(pwsh -NoProfile -NonInteractive -File "$scripts/Export-PatientShard.ps1" \
    -List "$list" -Count "$shards" -JobFolder "$job" -Module "${DAMS_MODULE:-Dams}")
array=$(sbatch --parsable --export=ALL --array="1-$shards" --output="$job/slurm-%A_%a.out" \
    "$scripts/dams-array.sbatch" "$scripts" "$job" "$@")
# afterany: what failed in one shard does not keep the map of the others back.
merge=$(sbatch --parsable --export=ALL --dependency="afterany:$array" --output="$job/slurm-%j-merge.out" \
    "$scripts/dams-merge.sbatch" "$job" "$map")
echo "Submitted $shards shards as job $array and the merge as job $merge."
