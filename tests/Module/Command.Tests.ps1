# The command does what the cmdlets do, with options that are called as their parameters.

BeforeDiscovery {
    # Objects of the pipeline, and what the shell or another option of the command does instead.
    $pipeline = 'Path', 'LiteralPath', 'InputObject', 'PassThru', 'Series'
    $pairs = @(
        @{ Command = 'batch'; Cmdlets = , 'Invoke-PatientBatch' }
        @{ Command = 'protect'; Cmdlets = , 'Protect-DicomPatient' }
        @{ Command = 'xml'; Cmdlets = , 'Protect-PatientXml' }
        @{ Command = 'key'; Cmdlets = , 'New-ProtectionKey' }
        @{ Command = 'link'; Cmdlets = 'Repair-SegmentationSeries', 'Import-SegmentationPlan', 'Set-SegmentationReference'; Besides = , 'RepairedSeries' }
        @{ Command = 'references'; Cmdlets = , 'Get-SegmentationReference' }
        @{ Command = 'series'; Cmdlets = , 'Get-DicomSeries' }
        @{ Command = 'elements'; Cmdlets = , 'Get-DicomElement' }
        @{ Command = 'map'; Cmdlets = 'Import-SubjectMap', 'Export-SubjectMap' }
        @{ Command = 'audit'; Cmdlets = , 'Find-PatientIdentifier' }
    ) | ForEach-Object { $_ + @{ Left = $pipeline + @($_.Besides) } }
}

BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $dams = Get-CommandPath
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    & $dams demo "$TestDrive/demo" 2>$null
    $source = "$TestDrive/demo/source"

    # PatientNameFormat is --patient-name-format.
    function ConvertTo-OptionName([string] $Parameter) {
        '--' + [regex]::Replace($Parameter, '(?<=[a-z])(?=[A-Z])', '-').ToLowerInvariant()
    }

    function Invoke-Dams {
        $script:output = & $dams @args 2>"$TestDrive/error.txt"
        $LASTEXITCODE
    }

    function Read-Map([string] $Path) {
        Get-Content -LiteralPath $Path -Raw
    }
}

Describe 'dams <Command>' -ForEach $pairs {
    It 'has an option for each parameter of its cmdlets, in kebab case' {
        $null = Invoke-Dams $Command --help
        $options = [regex]::Matches($output -join "`n", '(?<=[ ,])--[a-z-]+').Value
        $common = [Management.Automation.PSCmdlet]::CommonParameters + [Management.Automation.PSCmdlet]::OptionalCommonParameters
        $missing = Get-Command $Cmdlets | ForEach-Object { $_.Parameters.Keys } | Where-Object { $_ -notin $common -and $_ -notin $Left } |
            ForEach-Object { ConvertTo-OptionName $_ } | Where-Object { $_ -notin $options } | Sort-Object -Unique
        $missing | Should -BeNullOrEmpty
    }
}

Describe 'dams batch' {
    BeforeAll {
        # Paths of a list start at its folder, those of rows at the current one.
        Push-Location $source
        $rows = Import-Csv "$source/patients.csv"
        $result = $rows | Invoke-PatientBatch -Destination "$TestDrive/cmdlet" -KeyPath $key -ExportMap "$TestDrive/cmdlet.csv" -WarningAction Ignore
    }

    AfterAll {
        Pop-Location
    }

    It 'gives tree and map byte for byte as Invoke-PatientBatch does, of a list' {
        Invoke-Dams batch "$source/patients.csv" --destination "$TestDrive/list" --key $key --export-map "$TestDrive/list.csv" | Should -Be 0
        Get-TreeHash "$TestDrive/list" | Should -Be (Get-TreeHash "$TestDrive/cmdlet")
        Read-Map "$TestDrive/list.csv" | Should -BeExactly (Read-Map "$TestDrive/cmdlet.csv")
    }

    It 'says the same of each patient' {
        Invoke-Dams batch "$source/patients.csv" --destination "$TestDrive/json" --key $key --json --with-mrn | Should -Be 0
        $patients = $output | ConvertFrom-Json | Where-Object event -EQ 'patient'
        foreach ($name in 'Entry', 'Subject', 'PatientID', 'SeriesCount', 'InstanceCount', 'SegmentationCount', 'LinkedCount', 'XmlCount', 'FailedCount') {
            $patients.$name | Should -Be $result.$name
        }
    }

    It 'gives the same of folders' {
        $null = Get-ChildItem $source -Directory | Invoke-PatientBatch -Destination "$TestDrive/cmdletFolders" -KeyPath $key -ExportMap "$TestDrive/cmdletFolders.csv" -WarningAction Ignore
        Invoke-Dams batch "$source/patient1" "$source/patient2" --destination "$TestDrive/folders" --key-path $key --export-map "$TestDrive/folders.csv" | Should -Be 0
        Get-TreeHash "$TestDrive/folders" | Should -Be (Get-TreeHash "$TestDrive/cmdletFolders")
        Read-Map "$TestDrive/folders.csv" | Should -BeExactly (Read-Map "$TestDrive/cmdletFolders.csv")
    }

    It 'gives the same with another profile, convention, series number and structure' {
        $null = Invoke-PatientBatch "$source/patient1" -Destination "$TestDrive/cmdletEncode" -KeyPath $key -Profile Encode -Convention Legacy -SeriesNumber 91 -KeepStructure -Discover -WarningAction Ignore
        Invoke-Dams batch "$source/patient1" --destination "$TestDrive/encode" --key $key --profile Encode --convention legacy --series-number 91 --keep-structure --discover |
            Should -Be 0
        Get-TreeHash "$TestDrive/encode" | Should -Be (Get-TreeHash "$TestDrive/cmdletEncode")
    }

    It 'gives the same in place, with a backup' {
        Copy-Item $source "$TestDrive/a" -Recurse
        Copy-Item $source "$TestDrive/b" -Recurse
        $null = Get-Item "$TestDrive/a/patient1" | Invoke-PatientBatch -InPlace -Force -Backup "$TestDrive/backupA" -KeyPath $key -ThrottleLimit 1 -ExportMap "$TestDrive/a.csv" -WarningAction Ignore
        Invoke-Dams batch "$TestDrive/b/patient1" --in-place --force --backup "$TestDrive/backupB" --key $key --throttle-limit 1 --export-map "$TestDrive/b.csv" | Should -Be 0
        Get-TreeHash "$TestDrive/b" | Should -Be (Get-TreeHash "$TestDrive/a")
        Read-Map "$TestDrive/b.csv" | Should -BeExactly (Read-Map "$TestDrive/a.csv")
    }

    It 'names one patient by its options, as the cmdlet does, and refuses that for two' {
        $null = Invoke-PatientBatch "$source/patient1" -Destination "$TestDrive/cmdletOne" -KeyPath $key -SubjectID S-1 -PatientName 'Anon^One' -WarningAction Ignore
        Invoke-Dams batch "$source/patient1" --destination "$TestDrive/one" --key $key --subject-id S-1 --patient-name Anon^One | Should -Be 0
        Get-TreeHash "$TestDrive/one" | Should -Be (Get-TreeHash "$TestDrive/cmdletOne")
        Invoke-Dams batch "$source/patient1" "$source/patient2" --destination "$TestDrive/two" --key $key --subject-id S-1 --json | Should -Be 1
        ($output | ConvertFrom-Json | Where-Object event -EQ 'failure').id | Should -Be @('SeveralPatients', 'SeveralPatients')
        "$TestDrive/two" | Should -Not -Exist
    }
}

Describe 'dams xml and dams link' {
    It 'repair, link and protect XML as the cmdlets do, byte for byte' {
        $repaired = Repair-SegmentationSeries "$source/patient1" -Destination "$TestDrive/repairedA" -KeyPath $key -WarningAction Ignore
        $null = Import-SegmentationPlan "$source/patient1" -RepairedSeries $repaired | Set-SegmentationReference -WarningAction Ignore
        $null = Protect-PatientXml "$source/patient1" -Destination "$TestDrive/xmlA" -KeyPath $key -RepairedSeries $repaired -WarningAction Ignore

        Invoke-Dams link "$source/patient1" --destination "$TestDrive/repairedB" --key $key --json | Should -Be 0
        $output | Set-Content "$TestDrive/repaired.jsonl"
        Get-TreeHash "$TestDrive/repairedB" | Should -Be (Get-TreeHash "$TestDrive/repairedA")
        @($output | ConvertFrom-Json | Where-Object event -EQ 'linked').Count | Should -Be $repaired.Count

        Invoke-Dams xml "$source/patient1" --destination "$TestDrive/xmlB" --key $key --repaired-series "$TestDrive/repaired.jsonl" | Should -Be 0
        Get-TreeHash "$TestDrive/xmlB" | Should -Be (Get-TreeHash "$TestDrive/xmlA")
    }

    It 'link one segmentation, and write references in the other convention, as Set-SegmentationReference does' {
        foreach ($side in 'one', 'two') {
            $made = & "$PSScriptRoot/../Support/New-TestSegmentation.ps1" "$TestDrive/$side"
            $null = Repair-SegmentationSeries $made.Masks -InPlace -KeyPath $key
        }
        $a, $b = "$TestDrive/one", "$TestDrive/two"
        $tumor, $zone = 'masks/Segmentations/SeriesNo_3/SegmentationNo_0', 'masks/Segmentations/SeriesNo_4/SegmentationNo_0'
        $null = Set-SegmentationReference "$a/$tumor" -Source "$a/ct/before" -Partner "$a/$zone" -Label Tumor -LesionNumber 2
        Invoke-Dams link "$b/$tumor" --source "$b/ct/before" --partner "$b/$zone" --label Tumor --lesion-number 2 | Should -Be 0
        Get-TreeHash $b | Should -Be (Get-TreeHash $a)
        $null = Set-SegmentationReference $a -Convert -Convention Legacy
        Invoke-Dams link $b --convert --convention Legacy | Should -Be 0
        Get-TreeHash $b | Should -Be (Get-TreeHash $a)
    }

    It 'protect XML of a list' {
        Push-Location $source
        $null = Import-Csv patients.csv | Protect-PatientXml -Destination "$TestDrive/xmlC" -KeyPath $key -WarningAction Ignore
        Pop-Location
        $null = Invoke-Dams xml --list "$source/patients.csv" --destination "$TestDrive/xmlD" --key $key
        Get-TreeHash "$TestDrive/xmlD" | Should -Be (Get-TreeHash "$TestDrive/xmlC")
    }
}

Describe 'dams key, elements, map and references' {
    It 'make a key that the cmdlets take, and replace none unasked' {
        Invoke-Dams key "$TestDrive/new/study.key" | Should -Be 0
        $made = Get-FileHash "$TestDrive/new/study.key"
        (Invoke-PatientBatch "$source/patient1" -Destination "$TestDrive/keyed" -KeyPath "$TestDrive/new/study.key" -WarningAction Ignore).FailedCount | Should -Be 0
        Invoke-Dams key "$TestDrive/new/study.key" | Should -Be 2
        (Get-FileHash "$TestDrive/new/study.key").Hash | Should -Be $made.Hash
        Invoke-Dams key "$TestDrive/new/study.key" --force | Should -Be 0
        (Get-FileHash "$TestDrive/new/study.key").Hash | Should -Not -Be $made.Hash
    }

    It 'list the elements that Get-DicomElement lists' {
        $file = (Get-ChildItem "$source/patient2" -Recurse -Filter *.dcm | Select-Object -First 1).FullName
        $expected = Get-DicomElement $file -Recurse
        Invoke-Dams elements $file --recurse --json | Should -Be 0
        $elements = $output | ConvertFrom-Json | Where-Object event -EQ 'element'
        foreach ($name in 'Tag', 'Keyword', 'VR', 'Length', 'ElementPath') {
            $elements.$name | Should -Be $expected.$name
        }
        ($elements | Where-Object keyword -EQ PatientName).value | Should -BeExactly (Get-DicomElement $file -Tag PatientName).Value
        Invoke-Dams elements $file --tag PatientID | Should -Be 0
        $output | Should -HaveCount 2
        $output[1] | Should -BeLike "(0010,0020) *$((Get-DicomElement $file -Tag PatientID).Value)*"
    }

    It 'merge subject maps as Export-SubjectMap does' {
        Set-Content "$TestDrive/1.csv" "subj,MRN,CT_date`nS-1,0001,20240101"
        Set-Content "$TestDrive/2.csv" "subj,MRN,CT_date`nS-2,0002,20240102`nS-1,0001,20240101"
        Get-Item "$TestDrive/1.csv", "$TestDrive/2.csv" | Import-SubjectMap | Export-SubjectMap "$TestDrive/mapA.csv"
        Invoke-Dams map "$TestDrive/1.csv" "$TestDrive/2.csv" --export-map "$TestDrive/mapB.csv" | Should -Be 0
        Read-Map "$TestDrive/mapB.csv" | Should -BeExactly (Read-Map "$TestDrive/mapA.csv")
        Invoke-Dams map "$TestDrive/mapB.csv" --json | Should -Be 0
        ($output | ConvertFrom-Json | Where-Object event -EQ 'entry').mrn | Should -Be @('0001', '0002')
    }

    It 'write a CSV of references with the rows that Get-SegmentationReference gives' {
        Invoke-Dams references "$TestDrive/demo/shared" --csv "$TestDrive/references.csv" | Should -Be 0
        $expected = Get-SegmentationReference "$TestDrive/demo/shared"
        $rows = Import-Csv "$TestDrive/references.csv"
        foreach ($name in 'Subject', 'Label', 'LesionNumber', 'SeriesInstanceUID', 'SourceSeriesInstanceUID', 'PartnerSeriesInstanceUID', 'Path', 'SourcePath', 'PartnerPath', 'Problem') {
            $rows.$name | Should -Be @($expected.$name | ForEach-Object { "$_" })
        }
    }
}
