<#
.SYNOPSIS
    Builds the module, or runs its tests.
.EXAMPLE
    ./build.ps1
    Builds; afterwards Import-Module ./Dams.psd1 works, and artifacts/Dams is the module to install.
.EXAMPLE
    ./build.ps1 -Task Test
    Runs the xunit suite and the Pester suite.
.EXAMPLE
    ./build.ps1 -Task Network
    Builds the module Dams.Network into artifacts/Dams.Network and runs its tests. fo-dicom comes from NuGet; where that does
    not serve it, -FoDicomFeed names a folder that holds its package.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Network', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [string] $FoDicomFeed = $env:DAMS_FODICOM_FEED
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$solution = Join-Path $PSScriptRoot 'Dams.sln'
$artifacts = Join-Path $PSScriptRoot 'artifacts'

function Invoke-Build {
    dotnet build $solution --configuration $Configuration --nologo
    $module = New-Item -ItemType Directory -Path (Join-Path $artifacts 'Dams') -Force
    foreach ($part in 'Dams.psd1', 'Dams.psm1', 'Dams.format.ps1xml', 'LICENSE', 'NOTICE', 'bin', 'en-US') {
        Copy-Item -LiteralPath (Join-Path $PSScriptRoot $part) -Destination $module -Recurse -Force
    }
    Write-Output "The module is in $module."
}

function Invoke-Network {
    $feed = @(if ($FoDicomFeed) { "-p:FoDicomFeed=$(Convert-Path -LiteralPath $FoDicomFeed)" })
    dotnet test (Join-Path $PSScriptRoot 'src/Dams.Network.sln') --configuration $Configuration --nologo @feed
    Write-Output "The module is in $(Join-Path $artifacts 'Dams.Network'). It needs Dams beside it."
}

switch ($Task) {
    'Build' { Invoke-Build }
    'Test' { dotnet test $solution --configuration $Configuration --nologo }
    'Network' { Invoke-Network }
    'Clean' {
        Get-ChildItem $PSScriptRoot -Directory -Recurse -Include bin, obj, artifacts, en-US |
            Remove-Item -Recurse -Force -ErrorAction Ignore
    }
}
