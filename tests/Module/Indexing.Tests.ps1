BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $in = & "$PSScriptRoot/../Support/New-TestSegmentation.ps1" "$TestDrive/in"
    $row = [pscustomobject]@{ Patient_Dir_Paths = "$TestDrive/in" }
    $quiet = @{ KeyPath = $key; WarningAction = 'Ignore' }
    $results = @(
        Get-DicomSeries $in.CT
        Protect-DicomPatient $in.CT -Destination "$TestDrive/out" @quiet
        Repair-SegmentationSeries $in.Masks -Destination "$TestDrive/masks" @quiet -OutVariable masks
        Set-SegmentationReference $masks[0].Path -Source $in.Before -Partner $masks[1] -Label Tumor -LesionNumber 2
        Get-SegmentationReference "$TestDrive/masks", $in.CT
        $row | Invoke-PatientBatch -Destination "$TestDrive/batch" @quiet
        $row | Invoke-PatientBatch -Destination "$TestDrive/batch" @quiet -WhatIf
    )
}

Describe 'A list in what a cmdlet gives' {
    # PowerShell takes [0] of a list that hides its indexer for the list itself.
    It 'can be indexed' {
        $count = 0
        $properties = $results | ForEach-Object { $_.psobject.Properties }
        foreach ($property in $properties | Where-Object { $_.Value -is [Collections.ICollection] -and $_.Value.Count }) {
            $first = $property.Value | Select-Object -First 1
            [object]::Equals($property.Value[0], $first) | Should -BeTrue -Because "$($property.Name) is a list"
            $count++
        }
        $count | Should -BeGreaterThan 15
    }
}
