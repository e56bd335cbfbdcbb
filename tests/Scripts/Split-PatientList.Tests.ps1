BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    Set-Alias Split-PatientList "$repository/docs/scripts/Split-PatientList.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $list = Initialize-PatientList "$TestDrive/data"

    # The folders of each shard, below the source.
    function Get-Folder([object[]] $Shard) {
        foreach ($one in $Shard) {
            @($one.Rows.Patient_Dir_Paths | ForEach-Object { $_.Substring("$TestDrive/data/source/".Length) }) -join ' '
        }
    }
}

Describe 'Split-PatientList.ps1' {
    It 'gives each row once and keeps the rows of one patient in one shard' {
        $shards = Import-Csv $list | Split-PatientList -Count 3
        $shards | Should -HaveCount 3
        ($shards | Measure-Object Patients -Sum).Sum | Should -Be 5
        @($shards.Rows.Patient_Dir_Paths | Sort-Object) | Should -Be @((Import-Csv $list).Patient_Dir_Paths | Sort-Object)
        @($shards | Where-Object { $_.Rows.subj -eq 'S-02' }) | Should -HaveCount 1
    }

    It 'knows from the files who a row is of, where the list does not say' {
        $shards = Import-Csv $list | Select-Object Patient_Dir_Paths | Split-PatientList -Count 9
        Get-Folder $shards | Should -Be '5', '4', '3', '2/1 2/2', '1'
    }

    It 'keeps rows together that are wrong only beside each other, so that each shard refuses what one run refuses' {
        $rows = @(Import-Csv $list | Select-Object subj, Patient_Dir_Paths)
        $rows[0].subj = 'S-05'
        $rows[3].Patient_Dir_Paths = "$TestDrive/data/source/4"
        $shards = $rows | Split-PatientList -Count 9
        Get-Folder $shards | Should -Be '1 4 4 5', '2/1 2/2'
        $rows | Protect-DicomPatient -Destination "$TestDrive/one" -KeyPath $key -ErrorAction SilentlyContinue
        foreach ($shard in $shards) {
            $shard.Rows | Protect-DicomPatient -Destination "$TestDrive/apart" -KeyPath $key -ErrorAction SilentlyContinue
        }
        Get-TreeHash "$TestDrive/apart" | Should -Be (Get-TreeHash "$TestDrive/one")
        Get-TreeHash "$TestDrive/one" | Should -HaveCount 4
    }

    It 'reads all folders of a cell' {
        $rows = [pscustomobject]@{ Patient_Dir_Paths = "$TestDrive/data/source/3/1; $TestDrive/data/source/3/2" },
            [pscustomobject]@{ Patient_Dir_Paths = "['$TestDrive/data/source/2/1', '$TestDrive/data/source/2/2']" -replace '\\', '\\' }
        $shards = $rows | Split-PatientList -Count 9
        $shards | Should -HaveCount 2
        $shards[0].Length / $shards[1].Length | Should -Be 1.5 -Because 'they have six files and four'
    }

    It 'makes shards of about the same size' {
        $shards = Import-Csv $list | Split-PatientList -Count 2
        $shards[0].Length / $shards[1].Length | Should -BeGreaterThan 0.8
        $shards[0].Length / $shards[1].Length | Should -BeLessThan 1.25
    }

    It 'keeps a row whose folder is not there, so that the run tells of it' {
        $rows = @(Import-Csv $list) + [pscustomobject]@{ subj = 'S-09'; Patient_Name = 'STUDY-09'; Patient_Dir_Paths = "$TestDrive/none" }
        $shards = $rows | Split-PatientList -Count 2 -ErrorAction SilentlyContinue
        @($shards.Rows | Where-Object subj -EQ 'S-09') | Should -HaveCount 1
    }
}
