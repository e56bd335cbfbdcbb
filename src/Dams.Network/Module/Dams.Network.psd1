@{
    RootModule           = 'Dams.Network.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = 'b3c5b0f4-5f0a-4a7a-9d0e-7a1a5a2c9e31'
    Author               = 'Dams contributors'
    CompanyName          = 'Dams'
    Copyright            = '(c) Dams contributors. MIT licence.'
    Description          = 'Finds, fetches, receives and sends studies over the DICOM network, for Dams.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    RequiredModules      = @(@{ ModuleName = 'Dams'; ModuleVersion = '0.1.0' })
    CmdletsToExport      = @(
        'Find-DicomStudy'
        'New-DicomDirectory'
        'Receive-DicomSeries'
        'Request-DicomStudy'
        'Send-DicomSeries'
        'Test-DicomNode'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags       = @('DICOM', 'PACS', 'C-STORE', 'C-FIND', 'C-MOVE', 'research')
        }
    }
}
