BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $list = Initialize-PatientList "$TestDrive/data"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    Import-Csv $list | Protect-DicomPatient -Destination "$TestDrive/one" -KeyPath $key -Profile Research |
        Export-SubjectMap "$TestDrive/one.csv"

    # Sessions in processes of their own: what a session carries is what it carries over WinRM or SSH.
    function Open-LocalSession {
        [CmdletBinding()]
        [OutputType([Management.Automation.Runspaces.PSSession])]
        param([int] $Count)
        foreach ($one in 1..$Count) {
            $runspace = [RunspaceFactory]::CreateOutOfProcessRunspace($null)
            $runspace.Open()
            [Management.Automation.Runspaces.PSSession]::Create($runspace, 'process', $PSCmdlet)
        }
    }

    function Invoke-Remoting([string] $Name, [string] $List = $list) {
        & "$repository/docs/scripts/Invoke-DamsRemoting.ps1" -Session $sessions -List $List -Destination "$TestDrive/$Name" -KeyPath $key -SubjectMap "$TestDrive/$Name.csv" -ProfileName Research -Module "$repository/Dams.psd1" -ErrorVariable script:problems -ErrorAction SilentlyContinue
    }
}

Describe 'Invoke-DamsRemoting.ps1' {
    BeforeEach {
        $sessions = Open-LocalSession -Count 3
        $temp = (New-Item -ItemType Directory "$TestDrive/temp-$(New-Guid)").FullName
        Invoke-Command -Session $sessions { $env:TMPDIR = $env:TEMP = $env:TMP = $using:temp }
    }

    AfterEach {
        $sessions | Where-Object State -EQ 'Opened' | Remove-PSSession
    }

    It 'gives the bytes and the subject map of one run' {
        $reports = Invoke-Remoting 'three'
        $problems | Should -BeNullOrEmpty
        Get-TreeHash "$TestDrive/three" | Should -Be (Get-TreeHash "$TestDrive/one")
        Get-Content "$TestDrive/three.csv" -Raw | Should -BeExactly (Get-Content "$TestDrive/one.csv" -Raw)
        $reports | Should -HaveCount 3
        ($reports | Measure-Object Patients -Sum).Sum | Should -Be 5
        ($reports | Measure-Object Instances -Sum).Sum | Should -Be 30
    }

    It 'has the key in a file of its owner alone, and only while it works' {
        Invoke-Command -Session $sessions[0] {
            function global:Invoke-PatientBatch($KeyPath) {
                $series = [pscustomobject]@{ Subject = "mode $((Get-Item $KeyPath).UnixMode)"; PatientID = $KeyPath; InstanceCount = 1 }
                [pscustomobject]@{ Series = @($series) }
            }
        }
        $null = Invoke-Remoting 'watched'
        $seen = Import-Csv "$TestDrive/watched.csv" | Where-Object MRN -Like '*.key'
        $seen.MRN | Should -Match 'dams-[-\w]+\.key$'
        $seen.MRN | Should -Not -Exist
        if (-not $IsWindows) {
            $seen.subj | Should -Be 'mode -rw-------'
        }
    }

    It 'tells which session has errors and does the rest' {
        @(Import-Csv $list) + [pscustomobject]@{ subj = 'S-09'; Patient_Name = 'STUDY-09'; Patient_Dir_Paths = "$TestDrive/none" } |
            Export-Csv "$TestDrive/with-gap.csv"
        $reports = Invoke-Remoting 'gap' -List "$TestDrive/with-gap.csv"
        @($reports | Where-Object Errors -EQ 1) | Should -HaveCount 1
        "$problems" | Should -Match 'nothing at this path'
        Get-TreeHash "$TestDrive/gap" | Should -Be (Get-TreeHash "$TestDrive/one")
    }

    It 'keeps what the others did when a machine goes away' {
        Invoke-Command -Session $sessions[1] { function global:Invoke-PatientBatch { Stop-Process -Id $PID -Force } }
        $reports = Invoke-Remoting 'gone'
        $reports[1].Errors | Should -BeGreaterThan 0
        $reports[0, 2].Errors | Should -Be 0, 0
        $lost = $reports[1].Patients
        @(Import-Csv "$TestDrive/gone.csv") | Should -HaveCount (5 - $lost)
        $reports[0].Instances + $reports[2].Instances | Should -Be @(Get-ChildItem "$TestDrive/gone" -Recurse -File).Count
    }

    It 'writes nothing where a machine lacks the module' {
        Invoke-Command -Session $sessions[2] { function global:Import-Module { Write-Error 'no such module' } }
        { Invoke-Remoting 'unready' } | Should -Throw '*no such module*'
        "$TestDrive/unready" | Should -Not -Exist
        Get-ChildItem $temp -Filter '*.key' | Should -BeNullOrEmpty
    }
}
