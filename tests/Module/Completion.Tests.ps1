BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"

    function Get-Completion([string] $Text) {
        (TabExpansion2 $Text $Text.Length).CompletionMatches
    }
}

Describe 'Tab completion' {
    It 'of -Profile knows the profiles' {
        (Get-Completion 'Protect-DicomPatient -Profile ').CompletionText | Should -Contain 'Basic'
        (Get-Completion 'Protect-DicomPatient -Profile ').CompletionText | Should -Contain 'Encode'
        (Get-Completion 'Protect-DicomPatient -Profile e').CompletionText | Should -BeExactly 'Encode'
        Get-Completion 'Protect-DicomPatient -Profile x' | Should -BeNullOrEmpty
    }

    It 'of -Profile offers nothing that is refused' {
        $null = New-ProtectionKey "$TestDrive/key"
        $null = New-TestDicom "$TestDrive/in/1.dcm"
        foreach ($name in (Get-Completion 'Protect-DicomPatient -Profile ').CompletionText) {
            $result = Protect-DicomPatient "$TestDrive/in" -Destination "$TestDrive/$name" -KeyPath "$TestDrive/key" -Profile $name
            $result.InstanceCount | Should -Be 1
        }
    }

    It 'of -Option knows the options of PS3.15' {
        (Get-Completion 'Protect-DicomPatient -Option ').CompletionText | Should -BeExactly @(
            'CleanDescriptors', 'CleanGraphics', 'CleanPixelData', 'CleanStructuredContent', 'RetainDeviceIdentity'
            'RetainInstitutionIdentity', 'RetainLongitudinalFullDates', 'RetainLongitudinalModifiedDates'
            'RetainPatientCharacteristics', 'RetainSafePrivate', 'RetainUIDs')
        (Get-Completion 'Protect-DicomPatient -Option RetainUIDs,CleanG').CompletionText | Should -BeExactly 'CleanGraphics'
    }

    It 'of <Command> knows the dictionary' -ForEach @(
        @{ Command = 'Get-DicomElement . -Tag ' }, @{ Command = 'Get-DicomElement . ' }, @{ Command = 'Protect-DicomPatient -Remove ' }
        @{ Command = 'Protect-DicomPatient -Keep ' }, @{ Command = 'Protect-DicomPatient -Remove Modality,' }
    ) {
        $found = Get-Completion "${Command}patientna"
        $found.CompletionText | Should -BeExactly 'PatientName'
        $found.ToolTip | Should -BeExactly '(0010,0010) PN PatientName'
    }

    It 'of a tag takes wildcards' {
        $found = (Get-Completion 'Get-DicomElement . -Tag *InstanceUID').CompletionText
        $found | Should -Contain 'SeriesInstanceUID'
        $found | Should -Contain 'StudyInstanceUID'
        $found | Should -Not -Contain 'PatientName'
    }

    It 'of a tag finds nothing for words that no keyword starts with' {
        Get-Completion 'Get-DicomElement . -Tag Nothinglikeit' | Should -BeNullOrEmpty
        Get-Completion 'Get-DicomElement . -Tag [x' | Should -BeNullOrEmpty
    }

    It 'of what the cmdlets give knows the properties' {
        (Get-Completion 'Get-DicomSeries . | Select-Object SeriesD').CompletionText | Should -Contain 'SeriesDescription'
        (Get-Completion 'Get-DicomElement . | Where-Object Key').CompletionText | Should -Contain 'Keyword'
        (Get-Completion 'Protect-DicomPatient . -Destination x | Select-Object Sub').CompletionText | Should -Contain 'Subject'
        (Get-Completion 'Import-SubjectMap x | Select-Object M').CompletionText | Should -Contain 'MRN'
    }
}
