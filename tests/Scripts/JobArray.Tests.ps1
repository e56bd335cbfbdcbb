BeforeDiscovery {
    $hasBash = -not $IsWindows -and [bool](Get-Command bash -CommandType Application -ErrorAction Ignore)
    $hasSlurm = $false
    if ($hasBash -and (Get-Command sbatch -CommandType Application -ErrorAction Ignore)) {
        $null = sinfo --noheader 2>&1
        $hasSlurm = $LASTEXITCODE -eq 0
    }
    $ways = @(
        @{ Way = 'a stand-in for sbatch'; Missing = $(if (-not $hasBash) { 'bash is not here' }) }
        @{ Way = 'Slurm'; Missing = $(if (-not $hasSlurm) { 'no Slurm answers here' }) }
    )
}

BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $scripts = "$repository/docs/scripts"
    $env:DAMS_MODULE = "$repository/Dams.psd1"
    $list = Initialize-PatientList "$TestDrive/data"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    Import-Csv $list | Protect-DicomPatient -Destination "$TestDrive/one" -KeyPath $key -Profile Research |
        Export-SubjectMap "$TestDrive/one.csv"

    # Runs the tasks one after the other, as Slurm would somewhere, and gives a number as sbatch does.
    $null = New-Item -ItemType Directory "$TestDrive/bin"
    Set-Content "$TestDrive/bin/sbatch" @'
#!/bin/bash
while [[ $1 == --* ]]; do
    case $1 in --array=1-*) last=${1#--array=1-} ;; esac
    shift
done
if [ -z "${last:-}" ]; then
    bash "$@" >&2 || echo "ended with $?" >&2
else
    for ((task = last; task > 0; task--)); do
        SLURM_ARRAY_TASK_ID=$task bash "$@" >&2 || echo "ended with $?" >&2
    done
fi
echo 7
'@
    if (-not $IsWindows) {
        chmod +x "$TestDrive/bin/sbatch"
    }

    function Wait-SlurmJob([string] $Number) {
        $end = (Get-Date).AddMinutes(5)
        while ((Get-Date) -lt $end -and (squeue --noheader --job $Number 2>$null)) {
            Start-Sleep -Milliseconds 500
        }
    }

    # All that was said while a list was protected in three shards.
    function Invoke-Array([string] $Way, [string] $List, [string] $Name, [string] $KeyPath = $key) {
        $path = $env:PATH
        if ($Way -ne 'Slurm') {
            $env:PATH = "$TestDrive/bin:$path"
        }
        try {
            $said = @(bash "$scripts/dams-submit.sh" $List 3 "$TestDrive/$Name.job" "$TestDrive/$Name.csv" -Destination "$TestDrive/$Name" -KeyPath $KeyPath -ProfileName Research 2>&1 | ForEach-Object ToString)
            if ($Way -eq 'Slurm') {
                Wait-SlurmJob ($said[-1] -replace '.* (\d+)\.$', '$1')
                $said += Get-Content "$TestDrive/$Name.job/slurm-*.out"
            }
        }
        finally {
            $env:PATH = $path
        }
        $said
    }
}

AfterAll {
    $env:DAMS_MODULE = $null
}

Describe 'A job array with <Way>' -ForEach $ways {
    BeforeEach {
        if ($Missing) {
            Set-ItResult -Skipped -Because $Missing
        }
    }

    It 'gives the bytes and the subject map of one run' {
        $said = Invoke-Array -Way $Way -List $list -Name "array $Way"
        Get-Content "$TestDrive/array $Way.csv" -Raw -ErrorAction Ignore |
            Should -BeExactly (Get-Content "$TestDrive/one.csv" -Raw) -Because ($said -join "`n")
        Get-TreeHash "$TestDrive/array $Way" | Should -Be (Get-TreeHash "$TestDrive/one")
        Get-TreeHash "$TestDrive/one" | Should -HaveCount 30
        @($said -cmatch 'Ended with 0') | Should -HaveCount 3
        $said -match 'MRN-|Muster|left no map' | Should -BeNullOrEmpty
        (Get-Item "$TestDrive/array $Way.job").UnixMode | Should -Be 'drwx------'
    }
}

Describe 'A job array in which something fails' -ForEach $ways[0] {
    BeforeEach {
        if ($Missing) {
            Set-ItResult -Skipped -Because $Missing
        }
    }

    It 'does what can be done and merges it' {
        @(Import-Csv $list) + [pscustomobject]@{ subj = 'S-09'; Patient_Name = 'STUDY-09'; Patient_Dir_Paths = "$TestDrive/none" } |
            Export-Csv "$TestDrive/with-gap.csv"
        $said = Invoke-Array -Way $Way -List "$TestDrive/with-gap.csv" -Name 'gap'
        @($said -cmatch 'Ended with 1') | Should -HaveCount 1
        Get-Content "$TestDrive/gap.csv" -Raw | Should -BeExactly (Get-Content "$TestDrive/one.csv" -Raw)
        Get-TreeHash "$TestDrive/gap" | Should -Be (Get-TreeHash "$TestDrive/one")
    }

    It 'does the rest when a task is done again' {
        $null = Invoke-Array -Way $Way -List $list -Name 'again'
        Get-ChildItem "$TestDrive/again" -Recurse -File | Get-Random -Count 7 -SetSeed 20240311 | Remove-Item
        foreach ($task in 1..3) {
            $env:SLURM_ARRAY_TASK_ID = $task
            $null = bash "$scripts/dams-array.sbatch" $scripts "$TestDrive/again.job" -Destination "$TestDrive/again" -KeyPath $key -ProfileName Research
            $LASTEXITCODE | Should -Be 0
        }
        $env:SLURM_ARRAY_TASK_ID = $null
        Get-TreeHash "$TestDrive/again" | Should -Be (Get-TreeHash "$TestDrive/one")
    }

    It 'tells which shards have left no map' {
        $said = Invoke-Array -Way $Way -List $list -Name 'keyless' -KeyPath "$TestDrive/no-key"
        @($said -cmatch 'Ended with 2') | Should -HaveCount 3
        @($said -match '^Shard [123] has left no map') | Should -HaveCount 3
        $said[-2] | Should -Be 'ended with 1'
    }

    It 'does not start in a folder that is there already' {
        $null = New-Item -ItemType Directory "$TestDrive/taken.job"
        Invoke-Array -Way $Way -List $list -Name 'taken' | Should -Match 'taken.job'
        "$TestDrive/taken" | Should -Not -Exist
    }
}
