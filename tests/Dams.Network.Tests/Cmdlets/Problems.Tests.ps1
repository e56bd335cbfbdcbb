BeforeAll {
    . "$PSScriptRoot/NetworkTools.ps1"
}

Describe 'What is wrong' {
    It 'is told: -Resume without -SentLog' {
        { Send-DicomSeries $TestDrive -Node A@127.0.0.1:104 -Resume } | Should -Throw -ErrorId 'ResumeWithoutLog,*'
    }

    It 'is told: a query for all that there is' {
        $said = Find-DicomStudy A@127.0.0.1:104 -Modality CT -ErrorAction SilentlyContinue -ErrorVariable problems
        $said | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NothingToFind,*'
    }

    It 'is told: a query of wildcards alone, and a row of which only the date is filled in' {
        Find-DicomStudy A@127.0.0.1:104 -AccessionNumber '?*' -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        [pscustomobject]@{ AccessionNumber = $null; StudyDate = [datetime]'2024-03-11' }, [pscustomobject]@{ Vorgang = 'ACC-815' } |
            Find-DicomStudy A@127.0.0.1:104 -ErrorAction SilentlyContinue -ErrorVariable +problems | Should -BeNullOrEmpty
        $problems | Should -HaveCount 3
        $problems | ForEach-Object { $_.FullyQualifiedErrorId | Should -BeLike 'NothingToFind,*' }
        "$problems" | Should -Not -Match '815'
    }

    It 'is told: neither -Node nor -Uri, and both' {
        { Send-DicomSeries $TestDrive } | Should -Throw -ErrorId 'NoArchiveGiven,*'
        { Send-DicomSeries $TestDrive -Node A@127.0.0.1:104 -Uri https://pacs.example } | Should -Throw -ErrorId 'NoArchiveGiven,*'
    }

    It 'is told: two ways to sign in, and a token that is none' {
        $token = ConvertTo-SecureString 'a token' -AsPlainText -Force
        $credential = [pscredential]::new('dams', $token)
        { Find-DicomStudy -Uri https://pacs.example -Token $token -PatientID 1 } | Should -Throw -ErrorId 'UnusableCredential,*'
        { Find-DicomStudy -Uri https://pacs.example -Token $token -Credential $credential -PatientID 1 } | Should -Throw -ErrorId 'UnusableCredential,*'
        { Find-DicomStudy -Uri https://pacs.example -Credential ([pscredential]::new('a:b', $token)) -PatientID 1 } |
            Should -Throw -ErrorId 'UnusableCredential,*'
    }

    It 'is told: an address without TLS, before anything is asked' {
        { Find-DicomStudy -Uri http://pacs.example/dicom-web -PatientID 4711 } | Should -Throw -ErrorId 'UnencryptedUri,*'
    }

    It 'stops at once when it is told to: <Name>' -ForEach @(
        @{ Name = 'Test-DicomNode'; Script = 'Test-DicomNode A@127.0.0.1:{0}' }
        @{ Name = 'Test-DicomNode over TLS'; Script = 'Test-DicomNode dicom-tls://A@127.0.0.1:{0}' }
        @{ Name = 'Find-DicomStudy'; Script = 'Find-DicomStudy A@127.0.0.1:{0} -PatientID 1' }
        @{ Name = 'Find-DicomStudy -Uri'; Script = 'Find-DicomStudy -Uri http://127.0.0.1:{0} -PatientID 1' }
        @{ Name = 'Request-DicomStudy'; Script = '"1.2.3" | Request-DicomStudy A@127.0.0.1:{0} -Destination {1}/stop -ListenPort {2} -MinimumFreeBytes 0' }
        @{ Name = 'Request-DicomStudy -Uri'; Script = '"1.2.3" | Request-DicomStudy -Uri http://127.0.0.1:{0} -Destination {1}/stop' }
        @{ Name = 'Send-DicomSeries'; Script = 'Send-DicomSeries {1}/one -Node A@127.0.0.1:{0} -AllowIdentified' }
        @{ Name = 'Send-DicomSeries -Uri'; Script = 'Send-DicomSeries {1}/one -Uri http://127.0.0.1:{0} -AllowIdentified' }
        @{ Name = 'Receive-DicomSeries'; Script = 'Receive-DicomSeries {1}/stop -Port {2} -AllowedAETitle A' }
    ) {
        $null = New-TestDicom "$TestDrive/one/1.dcm" @{ SOPInstanceUID = '1.2.3.6.1' }
        # Takes connections and says nothing.
        $silent = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $silent.Start()
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$dams'; Import-Module '$network'; " + ($Script -f $silent.LocalEndpoint.Port, $TestDrive, (Get-FreePort)))
            $running = $shell.BeginInvoke()
            if ($Name -eq 'Receive-DicomSeries') { Start-Sleep 5 } else { while (-not $silent.Pending() -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 50 } }
            Start-Sleep -Milliseconds 300
            $running.IsCompleted | Should -BeFalse
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 15
        }
        finally {
            $shell.Dispose()
            $silent.Stop()
        }
        Get-ChildItem "$TestDrive/stop" -Recurse -Force -File -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'stands in the failure log: what was not sent and what was not requested' {
        $null = New-TestDicom "$TestDrive/logged/1.dcm" @{ SOPInstanceUID = '1.2.3.6.3' }
        $unused = Get-FreePort
        Send-DicomSeries "$TestDrive/logged" -Node "A@127.0.0.1:$unused" -RetryCount 0 -FailureLog "$TestDrive/sent.csv" -ErrorAction SilentlyContinue
        'no uid' | Request-DicomStudy "A@127.0.0.1:$unused" -Destination "$TestDrive/requested" -ListenPort (Get-FreePort) -MinimumFreeBytes 0 `
            -FailureLog "$TestDrive/requested.csv" -ErrorAction SilentlyContinue

        # Who sends it did not say that it was protected.
        @(Import-Csv "$TestDrive/sent.csv").Id | Should -Be NotProtected
        @(Import-Csv "$TestDrive/requested.csv").Id | Should -Be NoStudyUid
    }

    It 'is told as soon as -RetryCount says: <Name>' -ForEach @(
        @{ Name = 'a node that does not listen'; Archive = @{ Node = 'A@127.0.0.1:{0}' } }
        @{ Name = 'a service that does not listen'; Archive = @{ Uri = 'http://127.0.0.1:{0}/dicom-web' } }
    ) {
        $null = New-TestDicom "$TestDrive/retry/1.dcm" @{ SOPInstanceUID = '1.2.3.6.2' }
        $port = Get-FreePort
        $given = @{}
        $Archive.Keys.ForEach{ $given[$_] = $Archive[$_] -f $port }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        { Send-DicomSeries "$TestDrive/retry" @given -RetryCount 0 -AllowIdentified } | Should -Throw -ErrorId 'NobodyListens,*'
        # Four attempts more would take 15 seconds.
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 12
    }

    It 'is told without the row: what names no study' {
        [pscustomobject]@{ Name = 'Muster^Erika' } |
            Request-DicomStudy A@127.0.0.1:104 -Destination "$TestDrive/never" -ListenPort 11112 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NoStudyUid,*'
        "$problems" | Should -Not -Match 'Muster'
    }
}
