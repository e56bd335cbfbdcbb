BeforeDiscovery {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    # What was built is not ours; the Windows lane leaves links in artifacts that lead out of the repository.
    $folders = Get-ChildItem $root -Directory | Where-Object Name -NotIn 'artifacts', 'bin'
    $scripts = @(Get-ChildItem "$root/*" -File -Include '*.ps1', '*.psm1', '*.psd1') + @(
        Get-ChildItem $folders -Recurse -File -Include '*.ps1', '*.psm1', '*.psd1' | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]') |
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
