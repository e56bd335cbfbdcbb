BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    # Here the engines are compared: each is chosen by the module or by its path.
    $framework = $env:DAMS_FRAMEWORK
    $env:DAMS_FRAMEWORK = $null
    Initialize-Demo "$TestDrive/demo"
    $masks = (& "$PSScriptRoot/../Support/New-TestSegmentation.ps1" "$TestDrive/segmented").Masks
    $pwsh = (Get-Process -Id $PID).Path
    $script = "$TestDrive/smoke.ps1"
    Set-Content $script @'
param($module, $demo, $masks, $out)
$ErrorActionPreference = 'Stop'
Import-Module $module
$key = "$demo/private/protection.key"
Get-DicomSeries "$demo/source" | Protect-DicomPatient -Destination "$out/basic" -KeyPath $key | Export-SubjectMap "$out/map.csv"
$null = Protect-DicomPatient "$demo/source" -Destination "$out/encode" -KeyPath $key -Profile Encode
$null = Protect-DicomPatient "$demo/source" -Destination "$out/basic" -KeyPath $key -Force
$null = Repair-SegmentationSeries $masks -Destination "$out/repaired" -KeyPath $key
$null = New-ProtectionKey "$out/key"
$ErrorActionPreference = 'Continue'
Set-Content "$out/words.txt" 'some text, longer than what a header needs to be read'
$found = Get-DicomSeries "$out/words.txt", "$out/none" -ErrorVariable problems -ErrorAction SilentlyContinue -WarningVariable warnings -WarningAction SilentlyContinue
$problems += try { Protect-DicomPatient "$demo/source" -Destination "$out/never" -KeyPath "$out/words.txt" } catch { $_ }
[pscustomobject]@{
    Assembly = [Dams.DicomSeries].Assembly.Location
    Found = @($found).Count
    Problems = @($problems.FullyQualifiedErrorId -replace ',.*')
    Warnings = @($warnings.Message)
    Series = @(Get-DicomSeries "$demo/source" | ConvertTo-Json -Compress)
    Elements = @(Get-DicomElement "$demo/source/patient2/series1/IM0001.dcm" -Recurse | Select-Object * -ExcludeProperty File | ConvertTo-Json -Compress)
    Map = @(Import-SubjectMap "$out/map.csv" | ForEach-Object MRN)
    Mode = (Get-Item "$out/key", "$out/map.csv").UnixMode
} | ConvertTo-Json
'@

    function Invoke-Smoke([string] $Name, [string] $Module) {
        $out = (New-Item -ItemType Directory "$TestDrive/$Name").FullName
        & $pwsh -NoProfile -NonInteractive -File $script $Module "$TestDrive/demo" $masks $out 2>&1 | Out-String | ConvertFrom-Json
    }
    $portable = Invoke-Smoke 'portable' "$repository/bin/netstandard2.0/Dams.Commands.dll"
    $native = Invoke-Smoke 'native' "$repository/Dams.psd1"
    $folder = "net10.0-$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)"
    $isAhead = [Environment]::Version.Major -ge 10 -and (Test-Path "$repository/bin/$folder")
}

AfterAll {
    $env:DAMS_FRAMEWORK = $framework
}

Describe 'The engine compiled ahead of time' {
    BeforeEach {
        if (-not $isAhead) {
            Set-ItResult -Skipped -Because 'the build could not make one for this system'
        }
    }

    It 'is made of the one for .NET 10' {
        [Reflection.AssemblyName]::GetAssemblyName("$repository/bin/$folder/Dams.Engine.dll").FullName |
            Should -Be ([Reflection.AssemblyName]::GetAssemblyName("$repository/bin/net10.0/Dams.Engine.dll").FullName)
        (Get-Item "$repository/bin/$folder/Dams.Engine.dll").LastWriteTimeUtc |
            Should -BeGreaterOrEqual (Get-Item "$repository/bin/net10.0/Dams.Engine.dll").LastWriteTimeUtc
    }

    It 'makes the same bytes under the same names: <_>' -ForEach 'basic', 'encode' {
        if (-not (Test-Path "$TestDrive/plain")) {
            $plain = Invoke-Smoke 'plain' "$repository/bin/net10.0/Dams.Commands.dll"
            $plain.Assembly | Should -Match 'bin[\\/]net10\.0[\\/]Dams\.Engine\.dll$'
        }
        Get-TreeHash "$TestDrive/plain/$_" | Should -Be (Get-TreeHash "$TestDrive/native/$_")
    }
}

Describe 'The build for netstandard2.0' {
    It 'is the one that was loaded, and the module loads the one for its own .NET' {
        $portable.Assembly | Should -Match 'bin[\\/]netstandard2\.0[\\/]Dams\.Engine\.dll$'
        $expected = if ($isAhead) { $folder } elseif ([Environment]::Version.Major -ge 10) { 'net10.0' } else { 'netstandard2.0' }
        $native.Assembly | Should -Match "bin[\\/]$([regex]::Escape($expected))[\\/]Dams\.Engine\.dll$"
    }

    It 'makes the same bytes under the same names: <_>' -ForEach 'basic', 'encode' {
        $tree = Get-TreeHash "$TestDrive/portable/$_"
        $tree | Should -HaveCount 96
        $tree | Should -Be (Get-TreeHash "$TestDrive/native/$_")
    }

    It 'gives repaired series the same UIDs, which rest on the fingerprints of their images' {
        $tree = Get-TreeHash "$TestDrive/portable/repaired"
        $tree | Should -HaveCount 4
        $tree | Should -Be (Get-TreeHash "$TestDrive/native/repaired")
    }

    It 'writes the same map, readable by its owner only' {
        Get-Content "$TestDrive/portable/map.csv" -Raw | Should -BeExactly (Get-Content "$TestDrive/native/map.csv" -Raw)
        $portable.Map | Sort-Object | Should -Be 'MRN-0001', 'MRN-0002'
        if (-not $IsWindows) {
            $portable.Mode | Should -Be '-rw-------', '-rw-------'
        }
    }

    It 'reads the same' {
        $portable.Series | Should -BeExactly $native.Series
        $portable.Elements | Should -BeExactly $native.Elements
    }

    It 'tells the same' {
        $portable.Found | Should -Be 0
        $portable.Problems | Should -Be $native.Problems
        $portable.Problems | Should -Be 'NoSuchPath', 'MalformedKey'
        $portable.Warnings | Should -Be '1 file is not DICOM and was left out.'
    }

    It 'leaves nothing half-done' {
        Find-PartialFile "$TestDrive/portable" | Should -BeNullOrEmpty
        "$TestDrive/portable/never" | Should -Not -Exist
    }

    It 'replaces no file in the way that keeps the access list of the one that gives way' {
        $file = [Reflection.PortableExecutable.PEReader]::new([IO.File]::OpenRead("$repository/bin/netstandard2.0/Dams.Engine.dll"))
        try {
            $reader = [Reflection.Metadata.PEReaderExtensions]::GetMetadataReader($file)
            $called = foreach ($handle in $reader.MemberReferences) {
                $member = $reader.GetMemberReference($handle)
                if ($member.Parent.Kind -eq 'TypeReference') {
                    $type = $reader.GetTypeReference([Reflection.Metadata.TypeReferenceHandle]$member.Parent)
                    "$($reader.GetString($type.Name)).$($reader.GetString($member.Name))"
                }
            }
        }
        finally {
            $file.Dispose()
        }
        $called | Should -Contain 'File.Move'
        $called | Should -Not -Contain 'File.Replace'
    }

    It 'brings no assembly that PowerShell itself brings' {
        Get-ChildItem "$repository/bin/netstandard2.0" -File | ForEach-Object Name |
            Where-Object { $_ -match '^(System\.Management\.Automation|Microsoft\.PowerShell|Newtonsoft)' } | Should -BeNullOrEmpty
    }
}
