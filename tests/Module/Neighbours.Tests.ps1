BeforeDiscovery {
    $orders = foreach ($version in '1.0.0.0', '99.0.0.0') {
        @{ Order = 'before ours'; Version = $version; First = 'Neighbour'; Second = 'Dams' }
        @{ Order = 'after ours'; Version = $version; First = 'Dams'; Second = 'Neighbour' }
    }
}

BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $pwsh = (Get-Process -Id $PID).Path
    $null = New-ProtectionKey "$TestDrive/key"
    $masks = (& "$PSScriptRoot/../Support/New-TestSegmentation.ps1" "$TestDrive/in").Masks
    $engine = [Dams.DicomSeries].Assembly

    # Compiles an assembly under the name of its file, which Add-Type does not.
    function Write-Assembly([string] $Path, [string] $Code, [string[]] $Reference) {
        Add-Type -AssemblyName Microsoft.CodeAnalysis.CSharp
        $references = (Get-Item "$PSHOME/ref/*.dll").FullName + [psobject].Assembly.Location + $Reference | Where-Object { $_ }
        $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create(
            [IO.Path]::GetFileNameWithoutExtension($Path),
            [Microsoft.CodeAnalysis.SyntaxTree[]][Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText($Code),
            [Microsoft.CodeAnalysis.MetadataReference[]]$references.ForEach{ [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile($_) },
            [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new('DynamicallyLinkedLibrary'))
        $done = [Microsoft.CodeAnalysis.FileSystemExtensions]::Emit($compilation, $Path)
        if (-not $done.Success) {
            throw "$($done.Diagnostics)"
        }
    }

    # A module of somebody else: a cmdlet, and a System.IO.Hashing of another version that has what the cmdlet needs and no more.
    function Initialize-Neighbour([string] $Version) {
        $folder = (New-Item -ItemType Directory "$TestDrive/$Version").FullName
        $library = "$folder/System.IO.Hashing.dll"
        Write-Assembly $library @"
[assembly: System.Reflection.AssemblyVersion("$Version")]
namespace System.IO.Hashing { public static class XxHash3 { public static string Hash(string text) => "$Version of " + text; } }
"@
        Write-Assembly "$folder/Neighbour.dll" -Reference $library @'
using System.Management.Automation;
[Cmdlet(VerbsCommon.Get, "NeighbourHash")]
public sealed class GetNeighbourHash : Cmdlet
{
    protected override void ProcessRecord() => WriteObject(System.IO.Hashing.XxHash3.Hash("it"));
}
'@
        "$folder/Neighbour.dll"
    }

    # Runs a script in a PowerShell of its own and gives what it wrote.
    function Invoke-Alone([scriptblock] $Script, [hashtable] $Variable = @{}) {
        $given = @{ Module = "$repository/Dams.psd1"; Masks = $masks; Key = "$TestDrive/key" } + $Variable
        $lines = @('$ErrorActionPreference = "Stop"') + $given.Keys.ForEach{ "`$$_ = '$($given[$_])'" } + "$Script"
        $file = "$TestDrive/$([guid]::NewGuid()).ps1"
        Set-Content -LiteralPath $file -Value $lines
        & $pwsh -NoProfile -NonInteractive -File $file 2>&1 | ForEach-Object { "$_" }
    }
}

Describe 'A module that brings another System.IO.Hashing' {
    BeforeAll {
        $null = Repair-SegmentationSeries $masks -Destination "$TestDrive/alone" -KeyPath "$TestDrive/key"
        $neighbours = @{}
        foreach ($version in '1.0.0.0', '99.0.0.0') {
            $neighbours[$version] = Initialize-Neighbour $version
        }
    }

    It 'of version <Version>, imported <Order>, works, and so does ours' -ForEach $orders {
        $out = "$TestDrive/$Version $First"
        $paths = @{ Dams = "$repository/Dams.psd1"; Neighbour = $neighbours[$Version] }
        $said = Invoke-Alone -Variable @{ First = $paths[$First]; Second = $paths[$Second]; Out = $out } {
            foreach ($path in $First, $Second) {
                Import-Module $path
                # Each is used, and so loads all it needs, before the other comes.
                if (Get-Command Get-NeighbourHash -ErrorAction Ignore) { Get-NeighbourHash }
                if (Get-Command Get-DicomSeries -ErrorAction Ignore) { $null = Repair-SegmentationSeries $Masks -Destination $Out -KeyPath $Key -Force }
            }
            [System.IO.Hashing.XxHash3].Assembly.GetName().Version.ToString()
        }

        $said | Select-Object -Unique | Should -Be "$Version of it", $Version
        Get-TreeHash $out | Should -Be (Get-TreeHash "$TestDrive/alone")
    }
}

Describe 'The context of the engine' {
    BeforeEach {
        if ([Environment]::Version.Major -lt 10 -or $env:DAMS_FRAMEWORK -eq 'netstandard2.0') {
            Set-ItResult -Skipped -Because 'the engine for .NET Standard is loaded as in Windows PowerShell'
        }
    }

    It 'holds the engine and what it brings, and nothing of PowerShell' {
        $null = Repair-SegmentationSeries $masks -Destination "$TestDrive/used" -KeyPath "$TestDrive/key"
        $context = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($engine)
        $context.Name | Should -Be 'Dams'
        $context.Assemblies.ForEach{ $_.GetName().Name } | Sort-Object | Should -Be 'Dams.Engine', 'System.IO.Hashing'
        [Runtime.Loader.AssemblyLoadContext]::Default.Assemblies.ForEach{ $_.GetName().Name } | Should -Not -Contain 'System.IO.Hashing'
    }

    It 'is one, whatever is imported again, removed, or run beside it' {
        $said = Invoke-Alone {
            Import-Module $Module
            Import-Module $Module -Force
            Remove-Module Dams
            Import-Module $Module
            $ids = 1..8 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:Module -Force
                (Get-Command -Module Dams).Count
                (Get-Command Get-DicomSeries).OutputType[0].Type.GetHashCode()
            }
            $ids += Start-ThreadJob { Import-Module $using:Module; [Dams.DicomSeries].GetHashCode() } | Receive-Job -Wait
            $ids | Select-Object -Unique | ForEach-Object { $_ -eq [Dams.DicomSeries].GetHashCode() ? 'the same' : $_ }
            [AppDomain]::CurrentDomain.GetAssemblies().Where{ $_.GetName().Name -eq 'Dams.Engine' }.Count
            [Runtime.Loader.AssemblyLoadContext]::All.Where{ $_.Name -eq 'Dams' }.Count
        }
        $said | Should -Be (Get-Command -Module Dams).Count, 'the same', 1, 1
    }

    It 'is made once when the first imports come at one time' {
        $said = Invoke-Alone {
            $types = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel { Import-Module $using:Module; [Dams.DicomSeries].GetHashCode() }
            $types.Count
            @($types | Select-Object -Unique).Count
        }
        $said | Should -Be 8, 1
    }
}

Describe 'The types of the engine' {
    It 'are found by the names that scripts write' {
        $ours = (Get-DicomSeries "$TestDrive/in/ct")[0]
        [Dams.DicomSeries] | Should -Be $ours.GetType()
        $ours -is [dams.dicomseries] | Should -BeTrue
        'Dams.DicomSeries' -as [type] | Should -Be $ours.GetType()
        [Collections.Generic.List[Dams.DicomSeries]]::new().GetType().GenericTypeArguments | Should -Be $ours.GetType()
        & ([scriptblock]::Create("using namespace Dams`n[DicomSeries]")) | Should -Be $ours.GetType()
        & { param([Dams.DicomSeries[]] $Series) $Series.Count } -Series $ours, $ours | Should -Be 2
        New-Object Dams.Tag | Should -BeOfType 'Dams.Tag'
    }

    It 'are all found' {
        foreach ($type in $engine.GetExportedTypes().Where{ $_.Namespace -eq 'Dams' }) {
            $type.FullName -as [type] | Should -Be $type
        }
    }

    It 'are completed' {
        (TabExpansion2 '[Dams.DicomSer' '[Dams.DicomSer'.Length).CompletionMatches.CompletionText | Should -Be 'Dams.DicomSeries'
    }

    It 'are found by a class, and stay when the module goes' {
        $said = Invoke-Alone {
            Import-Module $Module
            . ([scriptblock]::Create('class Study { [Dams.DicomSeries] $Series; [Dams.DicomSeries] First() { return $this.Series } }'))
            $study = [Study]::new()
            $study.Series = (Get-DicomSeries $Masks)[0]
            Remove-Module Dams
            $study.First().GetType() -eq [Dams.DicomSeries]
        }
        $said | Should -Be 'True'
    }

    It 'are those of another module that is compiled against them' {
        $reader = "$TestDrive/Reader.dll"
        Write-Assembly $reader -Reference $engine.Location @'
using System.Management.Automation;
[Cmdlet(VerbsCommon.Get, "SeriesLength")]
public sealed class GetSeriesLength : Cmdlet
{
    [Parameter(ValueFromPipeline = true)] public Dams.DicomSeries Series { get; set; }
    protected override void ProcessRecord() => WriteObject(Series.Length);
}
'@
        $expected = (Get-DicomSeries $masks | Measure-Object Length -Sum).Sum
        $said = Invoke-Alone -Variable @{ Reader = $reader } {
            Import-Module $Module
            Import-Module $Reader
            (Get-DicomSeries $Masks | Get-SeriesLength | Measure-Object -Sum).Sum
        }
        $said | Should -Be $expected
    }

    It 'come back from a job' {
        $module = "$repository/Dams.psd1"
        $job = Start-Job { Import-Module $using:module; Get-DicomSeries $using:masks; [Dams.DicomSeries].FullName }
        $series, $name = ($job | Receive-Job -Wait).Where({ $_ -is [string] }, 'Split')[1, 0]
        $name | Should -Be 'Dams.DicomSeries'
        @($series).SeriesInstanceUID | Should -Be (Get-DicomSeries $masks).SeriesInstanceUID
    }
}
