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
}
