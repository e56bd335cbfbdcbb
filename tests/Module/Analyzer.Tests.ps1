BeforeDiscovery {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $scripts = Get-ChildItem $root -Recurse -File -Include '*.ps1', '*.psm1', '*.psd1' |
        Where-Object FullName -NotMatch '[\\/](bin|obj|artifacts)[\\/]' |
        ForEach-Object { @{ Script = [IO.Path]::GetRelativePath($root, $_.FullName); Path = $_.FullName } }
}

Describe 'PSScriptAnalyzer' {
    BeforeEach {
        if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'
        }
    }

    It 'finds nothing in <Script>' -ForEach $scripts {
        $settings = if ($Script -like 'tests*') { @{ Settings = "$PSScriptRoot/../PSScriptAnalyzerSettings.psd1" } } else { @{} }
        $findings = Invoke-ScriptAnalyzer -Path $Path @settings
        $findings | ForEach-Object { "line $($_.Line): $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
