# What the tests of the cmdlets share: the modules, programs of others on free ports, a PowerShell of its own.
$repository = (Resolve-Path "$PSScriptRoot/../../..").Path
$dams = "$repository/Dams.psd1"
$network = "$repository/artifacts/Dams.Network/Dams.Network.psd1"
. "$repository/tests/Support/TestTools.ps1"
Import-Module $dams
Import-Module $network
$pwsh = (Get-Process -Id $PID).Path
$key = "$TestDrive/key"
$null = New-ProtectionKey $key

function Get-FreePort {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $listener.LocalEndpoint.Port
    $listener.Stop()
}

function Wait-Port([int] $Port) {
    foreach ($try in 1..600) {
        $client = [Net.Sockets.TcpClient]::new()
        try { $client.Connect('127.0.0.1', $Port); return } catch { Start-Sleep -Milliseconds 100 } finally { $client.Dispose() }
    }
    throw "Nothing listens at $Port."
}

# An Orthanc of its own, which may send to the nodes that are named.
function Start-Orthanc([string] $Name, [hashtable] $Destination = @{}) {
    $folder = (New-Item -ItemType Directory "$TestDrive/$Name").FullName
    $port, $http = (Get-FreePort), (Get-FreePort)
    $nodes = @{}
    $Destination.Keys.ForEach{ $nodes[$_] = @($_, '127.0.0.1', $Destination[$_]) }
    @{
        StorageDirectory = "$folder/db"; IndexDirectory = "$folder/db"; DicomAet = $Name; DicomPort = $port; HttpPort = $http
        DicomAlwaysAllowStore = $true; DicomAlwaysAllowFind = $true; DicomAlwaysAllowMove = $true; DicomCheckCalledAet = $true
        RemoteAccessAllowed = $false; AuthenticationEnabled = $false; DicomModalities = $nodes
        Plugins = @(Get-Item /usr/share/orthanc/plugins/libOrthancDicomWeb.so -ErrorAction Ignore | ForEach-Object FullName)
    } | ConvertTo-Json | Set-Content "$folder/orthanc.json"
    $process = Start-Process /usr/sbin/Orthanc "$folder/orthanc.json" -PassThru -RedirectStandardOutput "$folder/out.txt" -RedirectStandardError "$folder/err.txt"
    Wait-Port $port
    [pscustomobject]@{ Node = "$Name@127.0.0.1:$port"; Port = $port; Http = "http://127.0.0.1:$http"; Process = $process }
}

# Runs a script in a PowerShell of its own and gives what it wrote.
function Invoke-Alone([scriptblock] $Script, [hashtable] $Variable = @{}) {
    $given = @{ Dams = $dams; Network = $network; Key = $key } + $Variable
    $lines = @('$ErrorActionPreference = "Stop"') + $given.Keys.ForEach{ "`$$_ = '$($given[$_])'" } + "$Script"
    $file = "$TestDrive/$([guid]::NewGuid()).ps1"
    Set-Content -LiteralPath $file -Value $lines
    & $pwsh -NoProfile -NonInteractive -File $file 2>&1 | ForEach-Object { "$_" }
}
