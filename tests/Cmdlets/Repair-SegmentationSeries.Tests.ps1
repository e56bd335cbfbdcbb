BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = "$TestDrive/private/protection.key"
    $null = New-ProtectionKey $key
    $in = & "$PSScriptRoot/../Support/New-TestSegmentation.ps1" "$TestDrive/in"
}

Describe 'Repair-SegmentationSeries' {
    It 'gives each segmentation a series of its own and tells old and new' {
        $repaired = @(Repair-SegmentationSeries "$TestDrive/in" -Destination "$TestDrive/out" -KeyPath $key)

        $repaired | Should -HaveCount 2
        $repaired[0] | Should -BeOfType 'Dams.RepairedSeries'
        $repaired.OldSeriesInstanceUID | Should -Be '1.2.3.1', '1.2.3.2'
        $repaired.SeriesInstanceUID | Select-Object -Unique | Should -HaveCount 2
        $repaired.SeriesNumber | Should -Be 51, 52
        $repaired[0].SourcePath | Should -Be (Get-Item $in.Tumor).FullName
        $repaired[0].Path | Should -Be (Get-Item "$TestDrive/out/masks/Segmentations/SeriesNo_3/SegmentationNo_0").FullName
        $repaired[0].Files | ForEach-Object { Get-Value $_ SeriesInstanceUID } | Should -Be @($repaired[0].SeriesInstanceUID, $repaired[0].SeriesInstanceUID)
        $repaired[0].Files | ForEach-Object { Get-Value $_ InstanceNumber } | Should -Be '1', '2'
    }

    It 'writes the segmentations alone to the destination' {
        Get-ChildItem "$TestDrive/out" -Recurse -File | Should -HaveCount 4
    }

    It 'gives the same files on a second run' {
        $first = Get-TreeHash "$TestDrive/out"

        $null = Repair-SegmentationSeries "$TestDrive/in" -Destination "$TestDrive/out" -KeyPath $key -ErrorVariable problems

        $problems | Should -BeNullOrEmpty
        Get-TreeHash "$TestDrive/out" | Should -Be $first
    }

    It 'takes series from the pipeline' {
        $repaired = Get-DicomSeries $in.Tumor | Repair-SegmentationSeries -Destination "$TestDrive/series" -KeyPath $key -SeriesNumber 7

        $repaired.InstanceCount | Should -Be 2
        $repaired.SeriesNumber | Should -Be 7
    }

    It 'repairs in place, and changes nothing the next time' {
        Copy-Item "$TestDrive/in/masks" "$TestDrive/place" -Recurse

        $null = Repair-SegmentationSeries "$TestDrive/place" -InPlace -KeyPath $key
        $once = Get-TreeHash "$TestDrive/place"
        $again = Repair-SegmentationSeries "$TestDrive/place" -InPlace -KeyPath $key

        $once | Should -Not -Be (Get-TreeHash "$TestDrive/in/masks")
        Get-TreeHash "$TestDrive/place" | Should -Be $once
        $again.OldSeriesInstanceUID | Should -Be $again.SeriesInstanceUID
    }

    It 'changes nothing with -WhatIf' {
        $before = Get-TreeHash "$TestDrive/in"

        Repair-SegmentationSeries "$TestDrive/in" -InPlace -KeyPath $key -WhatIf | Should -BeNullOrEmpty

        Get-TreeHash "$TestDrive/in" | Should -Be $before
    }

    It 'refuses images that are no segmentation, without naming them' {
        $before = Get-TreeHash $in.Before

        Repair-SegmentationSeries $in.Before -InPlace -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $problems.FullyQualifiedErrorId | Should -Be 'NotSegmentation,Dams.Commands.RepairSegmentationSeriesCommand'
        $problems[0].ToString() | Should -BeLike 'A folder with 4 images: *-Force*'
        Get-TreeHash $in.Before | Should -Be $before
    }

    It 'takes them with -Force' {
        (Repair-SegmentationSeries $in.Before -Destination "$TestDrive/forced" -KeyPath $key -Force).InstanceCount | Should -Be 4
    }

    It 'wants to know where the files go' -ForEach @(
        @{ Arguments = @{} }
        @{ Arguments = @{ Destination = 'x'; InPlace = $true } }
    ) {
        { Repair-SegmentationSeries $in.Tumor -KeyPath $key @Arguments } |
            Should -Throw -ErrorId 'DestinationOrInPlace,Dams.Commands.RepairSegmentationSeriesCommand'
    }
}
