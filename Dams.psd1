@{
    RootModule           = 'Dams.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '6d0f3c52-7f0e-4b5c-9a9e-2b1f6c1d8a40'
    Author               = 'Dams contributors'
    CompanyName          = 'Dams'
    Copyright            = '(c) Dams contributors. MIT licence.'
    Description          = 'Turns folders of patient DICOM into folders that can be shared, keeps the key that leads back apart, and writes into segmentations which images they came from.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Core', 'Desktop')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess     = @('Dams.format.ps1xml')
    CmdletsToExport      = @(
        'Export-SubjectMap'
        'Find-PatientIdentifier'
        'Get-DicomElement'
        'Get-DicomSeries'
        'Get-SegmentationReference'
        'Import-SegmentationPlan'
        'Import-SubjectMap'
        'Invoke-PatientBatch'
        'New-ProtectionKey'
        'Protect-DicomPatient'
        'Protect-PatientXml'
        'Repair-SegmentationSeries'
        'Set-SegmentationReference'
        'Test-PatientProtection'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags       = @('DICOM', 'de-identification', 'anonymization', 'PS3.15', 'segmentation', 'radiology', 'research')
        }
    }
}
