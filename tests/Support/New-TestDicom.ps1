<#
.SYNOPSIS
    Writes a small CT slice of somebody who does not exist (explicit VR little endian), with the folders that it needs.
.DESCRIPTION
    It encodes with code of its own, so that what Dams reads and writes is not judged by itself.
.PARAMETER Path
    The file to write.
.PARAMETER Value
    Values to have instead of the usual ones: a keyword of the table below, or 'gggg,eeee VR', and text, numbers, or
    bytes. $null leaves the element out. A hashtable, or several, is a sequence with these items.
.PARAMETER CharacterSet
    The encoding of text, which SpecificCharacterSet should name.
#>
[CmdletBinding()]
[OutputType([IO.FileInfo])]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [hashtable] $Value = @{},

    [Text.Encoding] $CharacterSet = [Text.Encoding]::Latin1
)

$known = @{
    SpecificCharacterSet = '0008,0005 CS'; ImageType = '0008,0008 CS'; SOPClassUID = '0008,0016 UI'
    SOPInstanceUID = '0008,0018 UI'; StudyDate = '0008,0020 DA'; SeriesDate = '0008,0021 DA'
    AcquisitionDate = '0008,0022 DA'; ContentDate = '0008,0023 DA'; AcquisitionDateTime = '0008,002A DT'
    StudyTime = '0008,0030 TM'; AccessionNumber = '0008,0050 SH'; Modality = '0008,0060 CS'
    Manufacturer = '0008,0070 LO'; InstitutionName = '0008,0080 LO'; ReferringPhysicianName = '0008,0090 PN'
    StudyDescription = '0008,1030 LO'; SeriesDescription = '0008,103E LO'; ReferencedImageSequence = '0008,1140 SQ'
    ReferencedSOPClassUID = '0008,1150 UI'; ReferencedSOPInstanceUID = '0008,1155 UI'
    PatientName = '0010,0010 PN'; PatientID = '0010,0020 LO'; IssuerOfPatientID = '0010,0021 LO'
    PatientBirthDate = '0010,0030 DA'; PatientSex = '0010,0040 CS'; OtherPatientIDsSequence = '0010,1002 SQ'
    PatientComments = '0010,4000 LT'; SliceThickness = '0018,0050 DS'; StudyInstanceUID = '0020,000D UI'
    SeriesInstanceUID = '0020,000E UI'; StudyID = '0020,0010 SH'; SeriesNumber = '0020,0011 IS'
    InstanceNumber = '0020,0013 IS'; ImagePositionPatient = '0020,0032 DS'; FrameOfReferenceUID = '0020,0052 UI'
    SamplesPerPixel = '0028,0002 US'; PhotometricInterpretation = '0028,0004 CS'; Rows = '0028,0010 US'
    Columns = '0028,0011 US'; BitsAllocated = '0028,0100 US'; BitsStored = '0028,0101 US'; HighBit = '0028,0102 US'
    PixelRepresentation = '0028,0103 US'; PixelData = '7FE0,0010 OW'; DirectoryRecordSequence = '0004,1220 SQ'
}
$usual = @{
    SpecificCharacterSet = 'ISO_IR 100'; ImageType = 'ORIGINAL\PRIMARY\AXIAL'
    SOPClassUID = '1.2.840.10008.5.1.4.1.1.2'; SOPInstanceUID = '1.2.3.4'; StudyDate = '20240311'
    SeriesDate = '20240311'; AcquisitionDate = '20240312'; StudyTime = '101112'; AccessionNumber = 'ACC-815'
    Modality = 'CT'; Manufacturer = 'Nobody'; InstitutionName = 'Musterklinik'
    ReferringPhysicianName = 'Beispiel^Doktor'; StudyDescription = 'CT Abdomen Muster'; SeriesDescription = 'venous'
    PatientName = 'Muster^Erika'; PatientID = 'MRN-4711'; PatientBirthDate = '19520817'; PatientSex = 'F'
    SliceThickness = '2.5'; StudyInstanceUID = '1.2.3'; SeriesInstanceUID = '1.2.3.1'; SeriesNumber = '3'
    InstanceNumber = '1'; FrameOfReferenceUID = '1.2.3.9'; SamplesPerPixel = 1
    PhotometricInterpretation = 'MONOCHROME2'; Rows = 2; Columns = 2; BitsAllocated = 16; BitsStored = 16
    HighBit = 15; PixelRepresentation = 0; PixelData = [byte[]](1..8)
}

function ConvertTo-ByteArray([string] $vr, $content) {
    $bytes = switch ($vr) {
        { $content -is [byte[]] } { , $content; break }
        'US' { , [byte[]]@($content | ForEach-Object { [BitConverter]::GetBytes([uint16]$_) }); break }
        'UL' { , [byte[]]@($content | ForEach-Object { [BitConverter]::GetBytes([uint32]$_) }); break }
        default { , $encoding.GetBytes([string]$content) }
    }
    if ($bytes.Length % 2) {
        $bytes += [byte]$(if ($vr -in 'UI', 'OB') { 0 } else { 32 })
    }
    , [byte[]]$bytes
}

function ConvertTo-Sequence($items) {
    $bytes = [Collections.Generic.List[byte]]::new()
    foreach ($item in $items) {
        $inner = ConvertTo-Dataset $item
        $bytes.AddRange([byte[]](0xFE, 0xFF, 0x00, 0xE0))
        $bytes.AddRange([BitConverter]::GetBytes([uint32]$inner.Length))
        $bytes.AddRange($inner)
    }
    , $bytes.ToArray()
}

function ConvertTo-Dataset([hashtable] $elements) {
    $lines = foreach ($key in $elements.Keys) {
        if ($null -ne $elements[$key]) {
            $place = if ($known.ContainsKey($key)) { $known[$key] } else { $key }
            [pscustomobject]@{ Tag = $place.Substring(0, 9).ToUpperInvariant(); VR = $place.Substring(10); Content = $elements[$key] }
        }
    }
    $bytes = [Collections.Generic.List[byte]]::new()
    foreach ($line in $lines | Sort-Object Tag -Culture '') {
        $content = if ($line.VR -eq 'SQ') { ConvertTo-Sequence $line.Content } else { ConvertTo-ByteArray $line.VR $line.Content }
        $group, $element = $line.Tag.Split(',') | ForEach-Object { [Convert]::ToUInt16($_, 16) }
        $bytes.AddRange([BitConverter]::GetBytes([uint16]$group))
        $bytes.AddRange([BitConverter]::GetBytes([uint16]$element))
        $bytes.AddRange([Text.Encoding]::ASCII.GetBytes($line.VR))
        if ($line.VR -in 'OB', 'OW', 'SQ', 'UN', 'UT') {
            $bytes.AddRange([byte[]](0, 0))
            $bytes.AddRange([BitConverter]::GetBytes([uint32]$content.Length))
        }
        else {
            $bytes.AddRange([BitConverter]::GetBytes([uint16]$content.Length))
        }
        $bytes.AddRange($content)
    }
    , $bytes.ToArray()
}

$encoding = $CharacterSet
$elements = $usual.Clone()
foreach ($key in $Value.Keys) {
    $elements[$key] = $Value[$key]
}
# An image says how large it is: what its pixel data hold besides is no part of it.
if ($elements.PixelData.Length -gt $usual.PixelData.Length -and -not $Value.ContainsKey('Rows')) {
    $pixels = [int]($elements.PixelData.Length / ($elements.BitsAllocated / 8))
    $elements.Rows = 1
    while ($elements.Rows -lt 32768 -and $pixels % (2 * $elements.Rows) -eq 0) {
        $elements.Rows *= 2
    }
    $elements.Columns = [int]($pixels / $elements.Rows)
}
$meta = ConvertTo-Dataset @{
    '0002,0001 OB' = [byte[]](0, 1); '0002,0002 UI' = $elements.SOPClassUID; '0002,0003 UI' = $elements.SOPInstanceUID
    '0002,0010 UI' = '1.2.840.10008.1.2.1'; '0002,0012 UI' = '1.2.3.4.5'
}
$file = [Collections.Generic.List[byte]]::new()
$file.AddRange([byte[]]::new(128))
$file.AddRange([Text.Encoding]::ASCII.GetBytes('DICM'))
$file.AddRange((ConvertTo-Dataset @{ '0002,0000 UL' = $meta.Length }))
$file.AddRange($meta)
$file.AddRange((ConvertTo-Dataset $elements))

$full = [IO.Path]::GetFullPath($Path, $PWD.ProviderPath)
$null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($full))
[IO.File]::WriteAllBytes($full, $file.ToArray())
[IO.FileInfo]::new($full)
