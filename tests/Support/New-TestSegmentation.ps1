<#
.SYNOPSIS
    Writes two CT series of somebody who does not exist, a tumour drawn on one and an ablation on the other.
.DESCRIPTION
    The masks are as a planning system leaves them: 8 bits, the UIDs and the series number of their CT, one instance number
    for all slices. Gives a hashtable with the folders.
.PARAMETER Path
    The folder to write to.
#>
[CmdletBinding()]
[OutputType([hashtable])]
param(
    [Parameter(Mandatory)]
    [string] $Path
)

function Write-Slice([string] $folder, [string] $series, [int] $number, [hashtable] $more) {
    $null = & "$PSScriptRoot/New-TestDicom.ps1" "$folder/$number.dcm" (@{
            SeriesInstanceUID = $series; SOPInstanceUID = "$series.$number"; InstanceNumber = "$number"
            ImagePositionPatient = "0\0\$(2.5 * $number)"; '0020,0037 DS' = '1\0\0\0\1\0'; '0028,0030 DS' = '1\1'
        } + $more)
}

$segmentations = "$Path/masks/Segmentations"
$place = @{
    CT = "$Path/ct"; Before = "$Path/ct/before"; After = "$Path/ct/after"; Masks = "$Path/masks"
    Tumor = "$segmentations/SeriesNo_3/SegmentationNo_0"; Ablation = "$segmentations/SeriesNo_4/SegmentationNo_0"
}
foreach ($pair in @($place.Before, '1.2.3.1', $place.Tumor), @($place.After, '1.2.3.2', $place.Ablation)) {
    $ct, $series, $mask = $pair
    1..4 | ForEach-Object { Write-Slice -folder $ct -series $series -number $_ -more @{} }
    2..3 | ForEach-Object {
        Write-Slice -folder $mask -series $series -number $_ -more @{ BitsAllocated = 8; BitsStored = 8; HighBit = 7; PixelData = [byte[]](0, $_, 1, 0) }
        $file = "$mask/$_.dcm"
        $text = [Text.Encoding]::Latin1
        $bytes = $text.GetString([IO.File]::ReadAllBytes($file))
        [IO.File]::WriteAllBytes($file, $text.GetBytes($bytes.Replace("IS`u{2}`u{0}$_ ", "IS`u{2}`u{0}1 ")))
    }
}
$place
