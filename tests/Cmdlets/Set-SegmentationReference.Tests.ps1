BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = "$TestDrive/private/protection.key"
    $null = New-ProtectionKey $key
    $in = & "$PSScriptRoot/../Support/New-TestSegmentation.ps1" "$TestDrive/in"

    # A repaired tumour and ablation that no test has touched.
    function Get-Mask([string] $Name) {
        $tumor, $ablation = Repair-SegmentationSeries $in.Masks -Destination "$TestDrive/$Name" -KeyPath $key
        @{ Tumor = $tumor; Ablation = $ablation; Path = "$TestDrive/$Name" }
    }
}

Describe 'Set-SegmentationReference' {
    It 'links a mask with its source and its partner' {
        $masks = Get-Mask 'a'

        $linked = Set-SegmentationReference -LiteralPath $masks.Tumor.Path -Source $in.Before -Partner $masks.Ablation.Path -Label Tumor -LesionNumber 3

        $linked | Should -BeOfType 'Dams.LinkedSeries'
        $linked.SourceSeriesInstanceUID | Should -Be '1.2.3.1'
        $linked.PartnerSeriesInstanceUID | Should -Be $masks.Ablation.SeriesInstanceUID
        $linked.Label, $linked.LesionNumber, $linked.Convention, $linked.InstanceCount | Should -Be @('Tumor', 3, 'Standard', 2)
        $file = $linked.Files[0]
        (Get-DicomElement $file -Recurse | Where-Object ElementPath -EQ 'SourceImageSequence[1].ReferencedSOPInstanceUID').Value |
            Should -Be '1.2.3.1.2'
        Get-Value $file SeriesDescription | Should -Be 'Segmentation: Tumor, lesion 3'
    }

    It 'takes series as source and partner' {
        $masks = Get-Mask 'b'
        $source = Get-DicomSeries $in.CT | Where-Object SeriesInstanceUID -EQ '1.2.3.2'

        $linked = Set-SegmentationReference $masks.Ablation.Path -Source $source -Partner $masks.Tumor -Label Ablation

        $linked.SourceSeriesInstanceUID | Should -Be '1.2.3.2'
        $linked.PartnerSeriesInstanceUID | Should -Be $masks.Tumor.SeriesInstanceUID
    }

    It 'takes the rows of a plan' {
        $masks = Get-Mask 'c'
        $rows = @(
            [Dams.SegmentationLink]::new('Tumor', 1, $masks.Tumor.Path, $null, '1.2.3.1', $in.Before, $null, $masks.Ablation.Path, $null)
            [Dams.SegmentationLink]::new('Ablation', 1, $masks.Ablation.Path, $null, $null, $null, $null, $null, 'no CT of that UID')
        )

        $linked = $rows | Set-SegmentationReference -ErrorVariable problems -ErrorAction SilentlyContinue

        $linked.Label | Should -Be 'Tumor'
        $problems.FullyQualifiedErrorId | Should -Be 'NotLinkable,Dams.Commands.SetSegmentationReferenceCommand'
        $problems[0].ToString() | Should -BeLike 'Segmentation 2: *no CT of that UID*'
    }

    It 'takes rows of a list by their columns' {
        $masks = Get-Mask 'd'

        $linked = [pscustomobject]@{ LiteralPath = $masks.Tumor.Path; Source = $in.Before; Partner = ''; Label = 'Tumor'; LesionNumber = '2' } |
            Set-SegmentationReference

        $linked.LesionNumber | Should -Be 2
        $linked.PartnerSeriesInstanceUID | Should -BeNullOrEmpty
    }

    It 'finds the source where one fits, and guesses none where two do' {
        $masks = Get-Mask 'e'

        Set-SegmentationReference $masks.Tumor.Path -Source $in.CT -Discover -ErrorVariable problems -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty
        $found = Set-SegmentationReference $masks.Tumor.Path -Source $in.Before -Discover
        # Now it says itself which of the two it is.
        $again = Set-SegmentationReference $masks.Tumor.Path -Source $in.CT -Discover

        $found.SourceSeriesInstanceUID, $again.SourceSeriesInstanceUID | Should -Be '1.2.3.1', '1.2.3.1'
        $problems.FullyQualifiedErrorId | Should -Be 'SeveralSourcesFit,Dams.Commands.SetSegmentationReferenceCommand'
    }

    It 'refuses the images of another patient, given or found' -ForEach @{}, @{ Discover = $true } {
        $more = $_
        $masks = Get-Mask "patient$($more.Count)"
        $other = "$TestDrive/other$($more.Count)"
        $null = Protect-DicomPatient $in.Before -Destination $other -Profile Encode -KeyPath $key
        $before = Get-TreeHash $masks.Path

        Set-SegmentationReference $masks.Tumor.Path -Source $other @more -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $problems.FullyQualifiedErrorId | Should -Be "$(if ($more.Discover) { 'NoSourceFits' } else { 'OtherPatient' }),Dams.Commands.SetSegmentationReferenceCommand"
        Get-TreeHash $masks.Path | Should -Be $before
    }

    It 'writes the convention of the original script, and converts it' {
        $masks = Get-Mask 'f'
        $null = Set-SegmentationReference $masks.Tumor.Path -Source $in.Before -Partner $masks.Ablation.Path -Label Tumor -LesionNumber 1 -Convention Legacy
        $file = $masks.Tumor.Files[0]
        Get-Value $file SegmentLabel | Should -Be 'Tumor'
        Get-Value $file DerivationDescription | Should -Be 'CasOneIR'

        $converted = Set-SegmentationReference $masks.Path, $in.CT -Convert

        $converted.Convention | Should -Be 'Standard'
        Get-Value $file SegmentLabel | Should -BeNullOrEmpty
        (Get-SegmentationReference $masks.Path, $in.CT | Where-Object Label).LesionNumber | Should -Be 1
    }

    It 'changes nothing with -WhatIf' {
        $masks = Get-Mask 'g'
        $before = Get-TreeHash $masks.Path

        Set-SegmentationReference $masks.Tumor.Path -Source $in.Before -WhatIf | Should -BeNullOrEmpty

        Get-TreeHash $masks.Path | Should -Be $before
    }

    It 'links nothing where the partner is not there' {
        $masks = Get-Mask 'h'
        $before = Get-TreeHash $masks.Path

        Set-SegmentationReference $masks.Tumor.Path -Source $in.Before -Partner "$TestDrive/nowhere" -ErrorVariable problems -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty

        $problems.FullyQualifiedErrorId | Should -Be 'NoSuchPath,Dams.Commands.SetSegmentationReferenceCommand'
        Get-TreeHash $masks.Path | Should -Be $before
    }

    It 'takes the repaired series itself' {
        $masks = Get-Mask 'i'

        ($masks.Tumor | Set-SegmentationReference -Source $in.Before).SeriesInstanceUID | Should -Be $masks.Tumor.SeriesInstanceUID
    }

    It 'wants to know what to refer to' {
        { Set-SegmentationReference $in.Tumor } | Should -Throw -ErrorId 'NothingToLink,Dams.Commands.SetSegmentationReferenceCommand'
    }

    It 'refuses masks that were not repaired' {
        Set-SegmentationReference $in.Tumor -Source $in.Before -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $problems[0].ToString() | Should -BeLike '*Repair-SegmentationSeries*'
    }
}
