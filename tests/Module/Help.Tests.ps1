BeforeDiscovery {
    $root = Resolve-Path "$PSScriptRoot/../.."
    $cmdlets = (Import-PowerShellDataFile "$root/Dams.psd1").CmdletsToExport
    $topics = (Get-ChildItem "$root/docs/about").BaseName
}

BeforeAll {
    Import-Module (Resolve-Path "$PSScriptRoot/../../Dams.psd1") -Force
    $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
}

Describe 'Get-Help <_>' -ForEach $cmdlets {
    BeforeAll {
        $help = Get-Help $_ -Full
        $command = Get-Command $_
    }

    It 'says what it is for, what it takes and what it gives' {
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match "^\s*$($command.Name)\b"
        ($help.Description | Out-String).Trim().Length | Should -BeGreaterThan 80
        ($help.returnValues | Out-String).Trim() | Should -Not -BeNullOrEmpty
    }

    It 'describes every parameter' {
        $described = @($help.parameters.parameter | Where-Object { ($_.Description | Out-String).Trim() }).Name
        $command.Parameters.Keys | Where-Object { $_ -notin $common -and $_ -notin $described } | Should -BeNullOrEmpty
    }

    It 'has an example that PowerShell can parse' {
        $help.examples.example | Should -Not -BeNullOrEmpty
        foreach ($example in $help.examples.example) {
            $problems = $null
            $null = [Management.Automation.Language.Parser]::ParseInput($example.code, [ref]$null, [ref]$problems)
            $problems | Should -BeNullOrEmpty
        }
    }

    It 'uses in its examples only parameters that there are' {
        $names = foreach ($example in $help.examples.example) {
            [Management.Automation.Language.Parser]::ParseInput($example.code, [ref]$null, [ref]$null).FindAll(
                { $args[0] -is [Management.Automation.Language.CommandAst] -and $args[0].GetCommandName() -eq $command.Name }, $true) |
                ForEach-Object { $_.CommandElements } | Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] } |
                ForEach-Object ParameterName
        }
        $names | Where-Object { -not $command.Parameters.ContainsKey($_) -and $_ -notin $command.Parameters.Values.Aliases } | Should -BeNullOrEmpty
    }

    It 'names other commands and topics that there are' {
        foreach ($link in @($help.relatedLinks.navigationLink.linkText)) {
            Get-Help $link -ErrorAction Stop | Should -Not -BeNullOrEmpty
        }
    }
}

Describe 'Get-Help <_>' -ForEach $topics {
    It 'shows the topic' {
        $text = Get-Help $_ | Out-String
        $text | Should -Match 'SHORT DESCRIPTION'
        $text.Length | Should -BeGreaterThan 500
    }
}
