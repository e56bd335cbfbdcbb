BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    Set-Alias Split-PatientList "$repository/docs/scripts/Split-PatientList.ps1"
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

    It 'keeps rows together that claim one subject or one name for two patients, which has to be told' {
        $rows = Import-Csv $list
        $rows[0].subj = 'S-05'
        $rows[3].Patient_Name = 'STUDY-04'
        Get-Folder ($rows | Split-PatientList -Count 9) | Should -Be '3 4', '1 5', '2/1 2/2'
    }

    It 'joins patients whom a later row shows to be one' {
        $rows = @(Import-Csv $list | Where-Object subj -In 'S-01', 'S-03')
        $rows += [pscustomobject]@{ subj = 'S-01'; Patient_Name = 'STUDY-03'; Patient_Dir_Paths = "$TestDrive/data/source/4" }
        Get-Folder ($rows | Split-PatientList -Count 9) | Should -Be '1 3 4'
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
