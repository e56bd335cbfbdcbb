BeforeDiscovery {
    # PowerShell starts a program with a line as Task Scheduler does on Windows alone.
    $isElsewhere = -not $IsWindows
}

Describe 'The page on running on a schedule' -Skip:$isElsewhere {
    BeforeAll {
        . "$PSScriptRoot/../Support/TestTools.ps1"
        $page = Get-Content "$repository/docs/how-to/run-on-a-schedule.md" -Raw
        $pwsh = (Get-Process -Id $PID).Path
        $null = New-Item -ItemType Directory "$TestDrive/modules/Dams", "$TestDrive/task logs"
        Copy-Item "$repository/Dams.psd1", "$repository/Dams.psm1", "$repository/Dams.format.ps1xml", "$repository/bin" "$TestDrive/modules/Dams" -Recurse
        $null = New-TestDicom "$TestDrive/export of pacs/1.dcm"
        $null = New-ProtectionKey "$TestDrive/study7.key"
        $places = [ordered]@{
            'C:\Program Files\Dams\scripts' = (Get-Item "$repository/docs/scripts").FullName
            '\\pacs\export' = "$TestDrive\export of pacs"
            '\\research\shared\study7' = "$TestDrive\shared study"
            'D:\private\study7.key' = "$TestDrive\study7.key"
            'D:\private\study7.csv' = "$TestDrive\study7.csv"
            'D:\logs\dams-study7' = "$TestDrive\task logs"
        }
        $modules = $env:PSModulePath
        $env:PSModulePath = "$TestDrive\modules;$modules"

        # What the page gives Task Scheduler, each word as it would come there.
        function New-ScheduledTaskAction($Execute, $Argument) { @{ Execute = $Execute; Argument = $Argument } }
        function New-ScheduledTaskTrigger([switch] $Daily, $At) { "$Daily $At" }
        function New-ScheduledTaskPrincipal($UserId, $LogonType, $RunLevel) { "$UserId $LogonType $RunLevel" }
        function New-ScheduledTaskSettingsSet($MultipleInstances, [switch] $StartWhenAvailable, $ExecutionTimeLimit) { "$MultipleInstances $StartWhenAvailable $ExecutionTimeLimit" }
        function Register-ScheduledTask($TaskName, $Action, $Trigger, $Principal, $Settings) { @{ Name = $TaskName; Action = $Action; Rest = $Trigger, $Principal, $Settings } }
    }

    AfterAll {
        $env:PSModulePath = $modules
    }

    It 'gives Task Scheduler a line that runs, with spaces in the paths too, and the night after finds nothing to do' {
        $block = [regex]::Match($page, '(?s)## Task Scheduler\s+```powershell\r?\n(.*?)```').Groups[1].Value
        foreach ($place in $places.Keys) {
            $block | Should -BeLike "*$([WildcardPattern]::Escape($place))*"
            $block = $block.Replace($place, $places[$place])
        }
        $task = . ([scriptblock]::Create($block))
        $task.Name | Should -Be 'Dams study7'
        $task.Action.Execute | Should -BeLike '*\pwsh.exe'
        foreach ($night in 1..2) {
            $process = Start-Process $pwsh -ArgumentList $task.Action.Argument -Wait -PassThru -NoNewWindow
            $process.ExitCode | Should -Be 0
        }
        Get-ChildItem "$TestDrive/shared study" -Recurse -File | Should -HaveCount 1
        (Import-Csv "$TestDrive/study7.csv").MRN | Should -Be 'MRN-4711'
        "$TestDrive/task logs/failures.csv" | Should -Exist
    }

    It 'gives a line for any scheduler whose parameters are those of the script' {
        $line = [regex]::Match($page, '(?m)^pwsh -NoProfile.*$').Value
        $parameters = (Get-Command "$repository/docs/scripts/Invoke-DamsNightly.ps1").Parameters.Keys
        [regex]::Matches($line, '(?<=-File .*) -(\w+)') | ForEach-Object { $_.Groups[1].Value } | Should -BeIn $parameters
    }
}
