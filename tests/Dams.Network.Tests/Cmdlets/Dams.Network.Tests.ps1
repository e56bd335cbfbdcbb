BeforeDiscovery {
    $tools = 'Orthanc', 'storescp', 'storescu' | Where-Object { -not ((Get-Command $_ -ErrorAction Ignore) -or (Test-Path "/usr/sbin/$_")) }
    $orders = @{ Order = 'before ours' }, @{ Order = 'after ours' }
}

BeforeAll {
    . "$PSScriptRoot/NetworkTools.ps1"
}

Describe 'The module' {
    It 'has the cmdlets of its manifest, each with help' {
        $commands = (Import-PowerShellDataFile $network).CmdletsToExport
        (Get-Command -Module Dams.Network).Name | Sort-Object | Should -Be ($commands | Sort-Object)
        foreach ($command in $commands) {
            (Get-Help $command).description.Text | Should -Not -BeNullOrEmpty -Because $command
        }
    }

    It 'needs Dams, and says so' {
        Invoke-Alone { try { Import-Module $Network } catch { "$_" } } | Should -BeLike '*Dams*'
    }

    It 'leaves other modules their own Microsoft.Extensions, imported <Order>' -ForEach $orders {
        # Another version of a library that fo-dicom brings, as a module of somebody else would have it.
        $folder = (New-Item -ItemType Directory "$TestDrive/$Order").FullName
        $code = '[assembly: System.Reflection.AssemblyVersion("99.0.0.0")] namespace Other { public static class Logging { public static string Name => "other"; } }'
        Add-Type -AssemblyName Microsoft.CodeAnalysis.CSharp
        $references = (Get-Item "$PSHOME/ref/*.dll").FullName.ForEach{ [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile($_) }
        $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create(
            'Microsoft.Extensions.Logging.Abstractions',
            [Microsoft.CodeAnalysis.SyntaxTree[]][Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText($code),
            [Microsoft.CodeAnalysis.MetadataReference[]]$references,
            [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new('DynamicallyLinkedLibrary'))
        $library = "$folder/Microsoft.Extensions.Logging.Abstractions.dll"
        [Microsoft.CodeAnalysis.FileSystemExtensions]::Emit($compilation, $library).Success | Should -BeTrue

        $said = Invoke-Alone -Variable @{ Library = $library; IsFirst = $Order -eq 'before ours' } {
            function Use-Other { $null = [Reflection.Assembly]::LoadFrom($Library); [Other.Logging]::Name }
            if ($IsFirst -eq 'True') { Use-Other }
            Import-Module $Dams
            Import-Module $Network
            try { Test-DicomNode ANY@127.0.0.1:9 } catch { $_.FullyQualifiedErrorId }
            if ($IsFirst -ne 'True') { Use-Other }
        }

        $said | Should -Contain 'other'
        $said | Should -Contain 'NobodyListens,Dams.Network.Commands.TestDicomNodeCommand'
    }
}

Describe 'The way of a list' -Skip:($tools.Count -gt 0) {
    BeforeAll {
        $port = Get-FreePort
        $hasWeb = Test-Path /usr/share/orthanc/plugins/libOrthancDicomWeb.so
        $pacs = Start-Orthanc PACS @{ DAMS = $port }
        $research = Start-Orthanc RESEARCH
        foreach ($number in 1..6) {
            $null = New-TestDicom "$TestDrive/pacs/$number.dcm" @{ SOPInstanceUID = "1.2.3.4.$number"; InstanceNumber = "$number"; AccessionNumber = 'ACC-815' }
        }
        & storescu --call PACS 127.0.0.1 $pacs.Port (Get-ChildItem "$TestDrive/pacs").FullName
        $LASTEXITCODE | Should -Be 0
    }

    AfterAll {
        $pacs, $research | ForEach-Object { $_.Process.Kill() }
    }

    It 'finds, fetches, protects and sends, and nothing of the patient comes to the archive or to a stream' {
        $sent = & {
            [pscustomobject]@{ 'Accession Number' = 'ACC-815' }, [pscustomobject]@{ 'Accession Number' = 'ACC-NONE' } |
                Find-DicomStudy $pacs.Node |
                Request-DicomStudy $pacs.Node -Destination "$TestDrive/incoming" -ListenPort $port -MinimumFreeBytes 0 |
                Protect-DicomPatient -Destination "$TestDrive/out" -KeyPath $key |
                Send-DicomSeries -Node $research.Node -SentLog "$TestDrive/sent.csv"
        } 3>&1 4>&1 5>&1 6>&1

        $series = @($sent | Where-Object { $_ -is [Dams.Network.SentSeries] })
        $series | Should -HaveCount 1
        $series[0].InstanceCount | Should -Be 6
        $others = "$($sent | Where-Object { $_ -isnot [Dams.Network.SentSeries] })"
        $others | Should -Not -Match 'Muster|MRN-4711|ACC-815'
        (Invoke-RestMethod "$($research.Http)/instances") | Should -HaveCount 6
        $patient = Invoke-RestMethod "$($research.Http)/patients?expand"
        $patient.MainDicomTags.PatientID | Should -BeLike 'SUBJ-*'
        Get-Content "$TestDrive/sent.csv" -Raw | Should -Not -Match 'Muster|MRN-4711'
    }

    It 'knows a list by its titles in <Language>, with days as text' -ForEach @(
        @{ Language = 'German'; Row = @{ 'Patienten-ID' = 'MRN-4711'; Auftragsnummer = 'ACC-815'; Untersuchungsdatum = '11.03.2024'; 'Modalität' = 'CT' } }
        @{ Language = 'Korean'; Row = @{ 환자번호 = 'MRN-4711'; 접수번호 = 'ACC-815'; 검사일 = '2024. 3. 11.' } }
    ) {
        ([pscustomobject]$Row | Find-DicomStudy $pacs.Node).AccessionNumber | Should -Be 'ACC-815'
        $Row[($Row.Keys -match 'datum|검사일')[0]] = '12.03.2024'
        [pscustomobject]$Row | Find-DicomStudy $pacs.Node -WarningAction Ignore | Should -BeNullOrEmpty
    }

    It 'does the same over DICOMweb' {
        if (-not $hasWeb) { Set-ItResult -Skipped -Because 'Orthanc has no plugin for DICOMweb: apt-get install orthanc-dicomweb' }
        $target = Start-Orthanc WEB
        try {
            $rows = [pscustomobject]@{ AccessionNumber = 'ACC-815'; StudyDate = [datetime]'2024-03-11' },
                [pscustomobject]@{ AccessionNumber = 'ACC-815'; StudyDate = '' }, [pscustomobject]@{ AccessionNumber = 815.0; StudyDate = $null }
            $sent = & {
                $rows | Find-DicomStudy -Uri "$($pacs.Http)/dicom-web" |
                    Request-DicomStudy -Uri "$($pacs.Http)/dicom-web" -Destination "$TestDrive/web-in" -MinimumFreeBytes 0 |
                    Protect-DicomPatient -Destination "$TestDrive/web-out" -KeyPath $key |
                    Send-DicomSeries -Uri "$($target.Http)/dicom-web" -SentLog "$TestDrive/web.csv"
            } 2>&1 3>&1 4>&1 5>&1 6>&1
            $series = @($sent | Where-Object { $_ -is [Dams.Network.SentSeries] })
            $series | Should -HaveCount 1
            $series[0].InstanceCount | Should -Be 6
            $others = @($sent | Where-Object { $_ -isnot [Dams.Network.SentSeries] })
            "$others" | Should -BeLike '*Query 3 found no study*'
            "$others" | Should -Not -Match 'Muster|\b4711\b|\b815\b'
            (Invoke-RestMethod "$($target.Http)/patients?expand").MainDicomTags.PatientID | Should -BeLike 'SUBJ-*'
            (Send-DicomSeries "$TestDrive/web-out" -Uri "$($target.Http)/dicom-web" -SentLog "$TestDrive/web.csv" -Resume).SkippedCount | Should -Be 6
            Get-Content "$TestDrive/web.csv" -Raw | Should -Not -Match 'Muster|\b4711\b|\b815\b'
        }
        finally { $target.Process.Kill() }
    }

    It 'sends output of the profile Encode when it is piped, and not when it is read again' {
        $protected = Get-DicomSeries "$TestDrive/pacs" | Protect-DicomPatient -Destination "$TestDrive/encoded" -Profile Encode -KeyPath $key
        (Send-DicomSeries "$TestDrive/encoded" -Node $research.Node -ErrorAction SilentlyContinue -ErrorVariable problems) | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotProtected,*'
        ($protected | Send-DicomSeries -Node $research.Node).InstanceCount | Should -Be 6
    }

    It 'sends as the page says, block by block' {
        $target = Start-Orthanc PAGE
        try {
            $page = Get-Content "$repository/docs/network/send-to-a-research-archive.md" -Raw
            $blocks = [regex]::Matches($page, '(?s)```powershell\n(.*?)```').ForEach{ $_.Groups[1].Value }
            $blocks | Should -HaveCount 5
            $token = ConvertTo-SecureString 'token' -AsPlainText -Force
            $PSDefaultParameterValues = @{ 'Protect-DicomPatient:KeyPath' = $key }
            $number = 0
            foreach ($block in $blocks) {
                # What begins with ./in begins anew.
                if ($block.Contains('./in')) {
                    Set-Location (New-Item -ItemType Directory "$TestDrive/page$(($number++))")
                    Copy-Item "$TestDrive/pacs" ./in -Recurse
                }
                $code = $block.Replace('RESEARCH@archive.example:104', $target.Node).Replace('https://archive.example', $target.Http)
                if ($code.Contains('-Uri') -and -not $hasWeb) { continue }
                $given = & ([scriptblock]::Create($code)) 2>&1
                $errors = @($given | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
                "$errors" | Should -BeNullOrEmpty -Because $block
                $given | Where-Object { $_ -is [Dams.Network.SentSeries] } | ForEach-Object { $_.InstanceCount | Should -Be 6 -Because $block }
            }
            Test-Path ./cd/DICOMDIR | Should -BeTrue
            (Invoke-RestMethod "$($target.Http)/instances") | Should -HaveCount 6
        }
        finally {
            Set-Location $repository
            $target.Process.Kill()
        }
    }

    It 'goes on where it was, with -Resume' {
        $again = Send-DicomSeries "$TestDrive/out" -Node $research.Node -SentLog "$TestDrive/sent.csv" -Resume
        $again.SkippedCount | Should -Be 6
    }

    It 'asks before it sends' {
        Send-DicomSeries "$TestDrive/out" -Node $research.Node -WhatIf | Should -BeNullOrEmpty
    }

    It 'answers, and says how long it took' {
        (Test-DicomNode $research.Node).Node.AETitle | Should -Be 'RESEARCH'
        { Test-DicomNode "OTHER@127.0.0.1:$($research.Port)" } | Should -Throw -ErrorId 'UnknownCalledAE,*'
    }
}

Describe 'Receive-DicomSeries' -Skip:($tools.Count -gt 0) {
    It 'gives a series to what follows, and is killed and gone on with' {
        $port = Get-FreePort
        foreach ($number in 1..4) {
            $null = New-TestDicom "$TestDrive/send/$number.dcm" @{ SOPInstanceUID = "1.2.3.5.$number"; InstanceNumber = "$number" }
        }
        $files = (Get-ChildItem "$TestDrive/send").FullName
        $file = "$TestDrive/receive.ps1"
        Set-Content $file "Import-Module '$dams'; Import-Module '$network'; Receive-DicomSeries '$TestDrive/received' -Port $port -AllowedAETitle STORESCU -MinimumFreeBytes 0"
        $process = Start-Process $pwsh '-NoProfile', '-NonInteractive', '-File', $file -PassThru
        Wait-Port $port
        & storescu --call DAMS 127.0.0.1 $port $files[0, 1]
        $LASTEXITCODE | Should -Be 0
        $process.Kill()
        $process.WaitForExit()

        $job = Start-ThreadJob {
            Import-Module $using:dams
            Import-Module $using:network
            Receive-DicomSeries "$using:TestDrive/received" -Port $using:port -AllowedAETitle STORESCU -MinimumFreeBytes 0 -QuietSec 2 -Duration 0:0:30 -Resume |
                Protect-DicomPatient -Destination "$using:TestDrive/protected" -KeyPath $using:key
        }
        Wait-Port $port
        & storescu --call DAMS 127.0.0.1 $port $files[2, 3]
        $LASTEXITCODE | Should -Be 0
        $given = @($job | Receive-Job -Wait -AutoRemoveJob)

        ($given | Measure-Object InstanceCount -Sum).Sum | Should -BeGreaterOrEqual 4
        Get-ChildItem "$TestDrive/protected" -Recurse -Filter *.dcm | Should -HaveCount 4
        Get-ChildItem "$TestDrive/received" -Recurse -Force -Filter *.dams-partial | Should -BeNullOrEmpty
    }
}
