BeforeDiscovery {
    $paths = @('Path', 'LiteralPath', 'FailureLog')
    $protection = @(
        'InputObject', 'Destination', 'InPlace', 'Backup', 'Profile', 'Option', 'Remove', 'Keep', 'Replace', 'Recognizer', 'SubjectMap', 'SubjectPrefix'
        'PatientNameFormat', 'KeyPath', 'IdWidth', 'IgnoreIssuer', 'KeepStructure', 'Validate', 'Force', 'Resume', 'ThrottleLimit')
    $surface = @(
        @{ Name = 'Export-SubjectMap'; Parameters = 'Path', 'InputObject', 'PassThru'; Writes = $true }
        @{ Name = 'Find-PatientIdentifier'; Parameters = $paths + 'InputObject', 'SubjectMap', 'ReferencePath', 'ThrottleLimit'; Writes = $false }
        @{ Name = 'Test-PatientProtection'; Parameters = $paths + 'InputObject', 'SubjectMap', 'ReferencePath', 'ThrottleLimit'; Writes = $false }
        @{ Name = 'Get-DicomElement'; Parameters = $paths + 'InputObject', 'Tag', 'Recurse'; Writes = $false }
        @{ Name = 'Get-DicomSeries'; Parameters = $paths + 'InputObject', 'ThrottleLimit'; Writes = $false }
        @{ Name = 'Import-SegmentationPlan'; Parameters = $paths + 'InputObject', 'RepairedSeries', 'Series', 'ThrottleLimit'; Writes = $false }
        @{ Name = 'Import-SubjectMap'; Parameters = 'Path', 'InputObject'; Writes = $false }
        @{ Name = 'New-ProtectionKey'; Parameters = 'Path', 'Force'; Writes = $true }
        @{ Name = 'Get-SegmentationReference'; Parameters = $paths + 'InputObject', 'ThrottleLimit'; Writes = $false }
        @{ Name = 'Import-SegmentationPlan'; Parameters = $paths + 'InputObject', 'RepairedSeries', 'Series', 'ThrottleLimit'; Writes = $false }
        @{
            Name = 'Set-SegmentationReference'; Writes = $true
            Parameters = $paths + @('InputObject', 'Source', 'Partner', 'Label', 'LesionNumber', 'Discover', 'Convert', 'Convention', 'ThrottleLimit')
        }
        @{
            Name = 'Repair-SegmentationSeries'; Writes = $true
            Parameters = $paths + @('InputObject', 'Destination', 'InPlace', 'SeriesNumber', 'KeyPath', 'Force', 'ThrottleLimit')
        }
        @{
            Name = 'Protect-PatientXml'; Writes = $true
            Parameters = $paths + @(
                'InputObject', 'Destination', 'InPlace', 'RepairedSeries', 'Series', 'Profile', 'Option', 'Recipe', 'SubjectID', 'PatientName'
                'PatientBirthDate', 'IdWidth', 'Recognizer', 'SubjectMap', 'SubjectPrefix', 'KeyPath', 'IgnoreIssuer', 'KeepStructure', 'Force', 'ThrottleLimit')
        }
        @{ Name = 'Protect-DicomPatient'; Writes = $true; Parameters = $paths + $protection + @('SubjectID', 'PatientName', 'PatientBirthDate') }
        @{
            Name = 'Invoke-PatientBatch'; Writes = $true
            Parameters = $paths + $protection + @('SubjectID', 'PatientName', 'PatientBirthDate', 'Convention', 'SeriesNumber', 'Discover', 'ExportMap')
        }
    )
    $aliases = @(
        foreach ($cmdlet in 'Find-PatientIdentifier', 'Get-DicomSeries', 'Get-DicomElement', 'Protect-DicomPatient') {
            @{ Name = $cmdlet; Parameter = 'LiteralPath'; Aliases = 'PSPath', 'LP', 'FullName', 'Patient_Dir_Paths' }
        }
        @{ Name = 'Protect-DicomPatient'; Parameter = 'SubjectID'; Aliases = 'Patient_ID', 'subj' }
        @{ Name = 'Protect-DicomPatient'; Parameter = 'PatientName'; Aliases = 'Patient_Name', 'Patient Name' }
        @{ Name = 'Protect-DicomPatient'; Parameter = 'PatientBirthDate'; Aliases = , 'Date_of_Birth' }
    )
}

BeforeAll {
    $root = Resolve-Path "$PSScriptRoot/../.."
    Import-Module "$root/Dams.psd1" -Force
}

Describe 'The manifest' {
    It 'is valid' {
        (Test-ModuleManifest "$root/Dams.psd1").Name | Should -Be 'Dams'
    }

    It 'exports what it names, and nothing else' {
        $named = (Import-PowerShellDataFile "$root/Dams.psd1").CmdletsToExport
        (Get-Command -Module Dams).Name | Sort-Object | Should -Be ($named | Sort-Object)
    }

    It 'has the version of the engine' {
        $manifest = Import-PowerShellDataFile "$root/Dams.psd1"
        $engine = (Get-Command Get-DicomSeries).OutputType[0].Type.Assembly.GetName().Version
        $manifest.ModuleVersion | Should -Be "$($engine.Major).$($engine.Minor).$($engine.Build)"
    }

    It 'can be imported again and removed' {
        Import-Module "$root/Dams.psd1" -Force
        Remove-Module Dams
        Get-Command Get-DicomSeries -ErrorAction Ignore | Should -BeNullOrEmpty
        Import-Module "$root/Dams.psd1"
        Get-Command Get-DicomSeries | Should -Not -BeNullOrEmpty
    }
}

Describe '<Name>' -ForEach $surface {
    It 'has the parameters of the design' {
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        (Get-Command $Name).Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object | Should -BeExactly ($Parameters | Sort-Object)
    }

    It 'has -WhatIf and -Confirm where it writes, and only there' {
        $parameters = (Get-Command $Name).Parameters
        $parameters.ContainsKey('WhatIf') | Should -Be $Writes
        $parameters.ContainsKey('Confirm') | Should -Be $Writes
    }

    It 'uses an approved verb and says what it gives' {
        $command = Get-Command $Name
        (Get-Verb $command.Verb).Verb | Should -Be $command.Verb
        $command.OutputType | Should -Not -BeNullOrEmpty
        $command.OutputType.Type | Should -Not -Contain $null
    }
}

Describe '<Name> -<Parameter>' -ForEach $aliases {
    It 'is known as <Aliases> too' {
        (Get-Command $Name).Parameters[$Parameter].Aliases | Sort-Object | Should -BeExactly ($Aliases | Sort-Object)
    }
}

# What is bound cannot fail to bind: a binder's error would hold the row with all that it says of a patient.
Describe 'The pipeline of <_>' -ForEach @(
    'Export-SubjectMap', 'Find-PatientIdentifier', 'Get-DicomElement', 'Get-DicomSeries', 'Get-SegmentationReference', 'Import-SegmentationPlan'
    'Import-SubjectMap', 'Invoke-PatientBatch', 'Protect-DicomPatient', 'Protect-PatientXml', 'Repair-SegmentationSeries', 'Set-SegmentationReference', 'Test-PatientProtection'
) {
    It 'binds any object, and nothing by the name of a property' {
        $sets = (Get-Command $_).Parameters.Values.ParameterSets.Values
        $sets.ValueFromPipelineByPropertyName | Should -Not -Contain $true
        (Get-Command $_).Parameters['InputObject'].ParameterType | Should -Be ([psobject[]])
    }
}
