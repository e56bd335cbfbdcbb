BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = "$TestDrive/private/protection.key"
    $null = New-ProtectionKey $key
    $in = & "$PSScriptRoot/../Support/New-TestSegmentation.ps1" "$TestDrive/in"
    $tumor, $ablation = Repair-SegmentationSeries $in.Masks -Destination "$TestDrive/masks" -KeyPath $key
    $null = Set-SegmentationReference $tumor.Path -Source $in.Before -Partner $ablation -Label Tumor -LesionNumber 2
    $null = Set-SegmentationReference $ablation.Path -Source $in.After -Partner $tumor -Label Ablation -LesionNumber 2
    $rows = @(Get-SegmentationReference "$TestDrive/masks", $in.CT)
}

Describe 'Get-SegmentationReference' {
    It 'gives one row for each segmentation' {
        $rows | Should -HaveCount 2
        $rows[0] | Should -BeOfType 'Dams.SegmentationReference'
        $rows[0].psobject.Properties.Name | Should -BeExactly @(
            'Subject', 'Label', 'LesionNumber', 'SourceSeriesInstanceUID', 'SourcePath', 'SourceFiles'
            'PartnerSeriesInstanceUID', 'PartnerPath', 'PartnerFiles', 'Convention', 'Problem', 'SeriesInstanceUID', 'Path', 'Files')
    }

    It 'shows whose it is and the folders to which it leads' {
        $table = $rows | Where-Object Label -EQ 'Tumor' | Out-String -Width 160

        $titles, $null, $line = $table.Trim() -split '\r?\n'
        $titles | Should -Match '^Subject +Label +Lesion +Segmentation +Drawn on +Partner +Problem'
        $folders = $tumor.Path, $in.Before, $ablation.Path | Split-Path -Leaf
        $line | Should -Match "^$($rows[0].Subject) +Tumor +2 +$($folders -join ' +')"
        $table | Should -Not -Match ([regex]::Escape($tumor.SeriesInstanceUID))
    }

    It 'names the folders and the subject' {
        $row = $rows | Where-Object Label -EQ 'Tumor'

        $row.SourcePath | Should -Be (Convert-Path $in.Before)
        $row.PartnerPath | Should -Be (Convert-Path $ablation.Path)
        $row.Subject | Should -Be (Get-DicomElement $tumor.Files[0] -Tag PatientID).Value
    }

    It 'leads to the source and the partner' {
        $row = $rows | Where-Object Label -EQ 'Tumor'

        $row.LesionNumber | Should -Be 2
        $row.SourceSeriesInstanceUID | Should -Be '1.2.3.1'
        $row.SourceFiles | Should -Be (Get-ChildItem $in.Before).FullName
        $row.PartnerSeriesInstanceUID | Should -Be $ablation.SeriesInstanceUID
        $row.PartnerFiles | Should -Be $ablation.Files
        $row.Files | Should -Be $tumor.Files
        $row.Convention | Should -Be 'Standard'
        $row.Problem | Should -BeNullOrEmpty
    }

    It 'works as the dictionary of the how-to page' {
        $bySeries = @{}
        $rows | ForEach-Object { $bySeries[$_.SeriesInstanceUID] = $_ }
        $mask = Get-DicomElement $tumor.Files[0] -Tag SeriesInstanceUID
        $link = $bySeries[$mask.Value]
        $bySource = $bySeries.Values | Group-Object SourceSeriesInstanceUID -AsHashTable

        $bySeries[$link.PartnerSeriesInstanceUID].SourceFiles | Should -Be (Get-ChildItem $in.After).FullName
        $bySource[$link.SourceSeriesInstanceUID].Label | Should -Be 'Tumor'
    }

    It 'tells what is not there' {
        (Get-SegmentationReference $tumor.Path).Problem | Should -Be 'The series it was drawn on is not here. Its partner is not here.'
    }

    It 'leads there after de-identification, wherever the files are' -ForEach 'Basic', 'Research', 'Encode' {
        $out = "$TestDrive/$_"
        $null = Protect-DicomPatient "$TestDrive/masks", $in.CT -Destination $out -Profile $_ -KeyPath $key

        $after = @(Get-SegmentationReference $out)

        $after.Problem | Should -Be @($null, $null)
        ($after | Where-Object Label -EQ 'Ablation').LesionNumber | Should -Be 2
        $after.SourceFiles | Should -HaveCount 8
    }

    It 'gives the same with one worker and with many' {
        $one = Get-SegmentationReference "$TestDrive/masks", $in.CT -ThrottleLimit 1 | ConvertTo-Json
        Get-SegmentationReference "$TestDrive/masks", $in.CT -ThrottleLimit 16 | ConvertTo-Json | Should -BeExactly $one
    }
}
