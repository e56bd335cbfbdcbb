BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
}

Describe 'A list' {
    BeforeAll {
        $null = New-TestDicom "$TestDrive/list/a/1.dcm"
        $null = New-TestDicom "$TestDrive/list/b/1.dcm" @{ PatientID = 'MRN-4712'; PatientName = 'Hong^Gildong'; StudyInstanceUID = '1.3'; SeriesInstanceUID = '1.3.1'; SOPInstanceUID = '1.3.1.1' }
        $rows = @(
            [pscustomobject]@{ 'Patient Dir Paths' = "['$($TestDrive -replace '\\', '\\')/list/a']"; MRN = 'MRN-4711' }
            [pscustomobject]@{ 'Patient Dir Paths' = "$TestDrive/list/b"; MRN = 'MRN-9999' }
            [pscustomobject]@{ 'Patient Dir Paths' = "$TestDrive/none"; MRN = 'MRN-4713' }
        )
    }

    It 'may be one folder with brackets in its name' {
        $null = New-TestDicom "$TestDrive/odd [7]/1.dcm"
        $done = Invoke-PatientBatch -LiteralPath "$TestDrive/odd [7]" -Destination "$TestDrive/odd" -KeyPath $key
        $done.InstanceCount, $done.FailedCount | Should -Be 1, 0
    }

    It 'is checked by -Validate, and nothing is written' {
        $plan = $rows | Invoke-PatientBatch -Validate
        $plan | Should -HaveCount 3
        $plan | Should -BeOfType 'Dams.PlannedPatient'
        $plan[0].Problem | Should -BeNullOrEmpty
        $plan[1].Problem | Should -BeLike 'Row 3: *'
        $plan[2].Problem | Should -BeLike 'Row 4: *'
        ($plan | Format-Table | Out-String) | Should -Not -Match '4711|4712|9999|list/a'
    }

    It 'is done as far as it is right, and each other row is one error that does not repeat it' {
        $done = $rows | Invoke-PatientBatch -Destination "$TestDrive/listed" -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue
        $done | Should -HaveCount 3
        $done[0].InstanceCount | Should -Be 1
        $done[1].Problem | Should -Not -BeNullOrEmpty
        $problems | Should -HaveCount 2
        $problems | Where-Object TargetObject | Should -BeNullOrEmpty
        "$problems" | Should -Not -Match '4711|4712|9999|Hong'
    }

    It 'is planned and not touched by -WhatIf' {
        $plan = $rows | Invoke-PatientBatch -Destination "$TestDrive/whatif" -KeyPath $key -WhatIf
        $plan | Should -BeOfType 'Dams.PlannedPatient'
        @($plan | Where-Object Problem) | Should -HaveCount 2
        $plan = $rows | Protect-DicomPatient -Destination "$TestDrive/whatif" -KeyPath $key -WhatIf
        $plan | Should -BeOfType 'Dams.PlannedPatient'
        $rows | Protect-DicomPatient -Destination "$TestDrive/whatif" -KeyPath $key -WhatIf | Export-SubjectMap "$TestDrive/whatif.csv" -WhatIf
        "$TestDrive/whatif", "$TestDrive/whatif.csv" | Should -Not -Exist
    }

    It 'is not begun where the subject map cannot be written; its folder is made' {
        { $rows[0] | Invoke-PatientBatch -Destination "$TestDrive/unmapped" -KeyPath $key -ExportMap "$key/map.csv" } |
            Should -Throw -ErrorId 'UnwritableSubjectMap,*'
        "$TestDrive/unmapped" | Should -Not -Exist
        { Protect-DicomPatient "$TestDrive/list/a" -Destination "$TestDrive/unmapped" -KeyPath $key | Export-SubjectMap "$key/map.csv" } |
            Should -Throw -ErrorId 'UnwritableSubjectMap,*'
        "$TestDrive/unmapped" | Should -Not -Exist
        $null = $rows[0] | Invoke-PatientBatch -Destination "$TestDrive/mapped" -KeyPath $key -ExportMap "$TestDrive/new/private/map.csv"
        "$TestDrive/new/private/map.csv" | Should -Exist
    }

    It 'needs one place for the output' {
        { $rows | Invoke-PatientBatch -KeyPath $key } | Should -Throw -ErrorId 'DestinationOrInPlace,*'
    }

    It 'may be a folder' {
        (Invoke-PatientBatch "$TestDrive/list/a" -Destination "$TestDrive/folder" -KeyPath $key).InstanceCount | Should -Be 1
        (Get-Item "$TestDrive/list/a" | Invoke-PatientBatch -Destination "$TestDrive/folder2" -KeyPath $key).InstanceCount | Should -Be 1
    }

    It 'comes from a workbook' -Skip:(-not (Get-Module ImportExcel -ListAvailable)) {
        Import-Module ImportExcel -WarningAction Ignore
        $rows[0] | Export-Excel "$TestDrive/patients.xlsx" -WarningAction Ignore
        $done = Import-Excel "$TestDrive/patients.xlsx" | Invoke-PatientBatch -Destination "$TestDrive/excel" -KeyPath $key
        $done.InstanceCount | Should -Be 1
        $protected = Import-Excel "$TestDrive/patients.xlsx" | Protect-DicomPatient -Destination "$TestDrive/excel2" -KeyPath $key
        $protected.InstanceCount | Should -Be 1
    }
}

Describe 'A list without rows' {
    BeforeAll {
        Set-Content "$TestDrive/titles.csv" 'Patient_Dir_Paths,MRN'
        Set-Content "$TestDrive/blank.csv" 'Patient_Dir_Paths,MRN', ',', ' , '
    }

    It 'is an error of <cmdlet>, and nothing is written' -ForEach @(
        @{ cmdlet = 'Invoke-PatientBatch' }
        @{ cmdlet = 'Protect-DicomPatient' }
        @{ cmdlet = 'Protect-PatientXml' }
    ) {
        { Import-Csv "$TestDrive/titles.csv" | & $cmdlet -Destination "$TestDrive/empty" -KeyPath $key } | Should -Throw -ErrorId 'EmptyPatientList,*'
        { Import-Csv "$TestDrive/blank.csv" | & $cmdlet -Destination "$TestDrive/empty" -KeyPath $key } | Should -Throw -ErrorId 'EmptyPatientList,*'
        { @() | & $cmdlet -Destination "$TestDrive/empty" -KeyPath $key } | Should -Throw -ErrorId 'EmptyPatientList,*'
        { @() | & $cmdlet -Destination "$TestDrive/empty" -KeyPath $key -WhatIf } | Should -Throw -ErrorId 'EmptyPatientList,*'
        "$TestDrive/empty" | Should -Not -Exist
    }

    It 'is an error of a plan' {
        { @() | Invoke-PatientBatch -Validate } | Should -Throw -ErrorId 'EmptyPatientList,*'
    }

    It 'is not told again where what came failed' {
        $null = 'nowhere' | Invoke-PatientBatch -Destination "$TestDrive/empty" -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.FullyQualifiedErrorId | Should -Be 'NoSuchPath,Dams.Commands.InvokePatientBatchCommand'
    }
}

Describe '-Replace' {
    BeforeAll {
        $replace = @{ PatientID = 'LIVER-1'; PatientName = 'Given^Name'; SeriesDescription = 'phase 1' }
        $null = New-TestDicom "$TestDrive/replaced/a/1.dcm"
        $null = New-TestDicom "$TestDrive/replaced/b/1.dcm" @{ PatientID = 'MRN-4712'; PatientName = 'Hong^Gildong'; StudyInstanceUID = '1.3'; SeriesInstanceUID = '1.3.1'; SOPInstanceUID = '1.3.1.1' }
    }

    It 'gives the one patient of a list or a folder a new PatientID and PatientName: <_>' -ForEach 'row', 'folder' {
        $given = if ($_ -eq 'row') { [pscustomobject]@{ subj = 'S-1'; Patient_Dir_Paths = "$TestDrive/replaced/a" } } else { Get-Item "$TestDrive/replaced/a" }
        $done = $given | Invoke-PatientBatch -Destination "$TestDrive/replaced-$_" -KeyPath $key -Replace $replace
        $done.Subject, $done.FailedCount | Should -Be 'LIVER-1', 0
        $file = $done.Series[0].Files[0]
        'PatientID', 'PatientName', 'SeriesDescription' | ForEach-Object { Get-Value $file $_ } | Should -Be 'LIVER-1', 'Given^Name', 'phase 1'
    }

    It 'does not make one subject of several patients' {
        $done = Get-Item "$TestDrive/replaced/a", "$TestDrive/replaced/b" |
            Invoke-PatientBatch -Destination "$TestDrive/replaced-both" -KeyPath $key -Replace $replace -ErrorVariable problems -ErrorAction SilentlyContinue
        $done.InstanceCount | Should -Be 0, 0
        $problems.FullyQualifiedErrorId | Select-Object -Unique | Should -Be 'SeveralPatients,Dams.Commands.InvokePatientBatchCommand'
        "$TestDrive/replaced-both" | Should -Not -Exist
    }
}
