BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"

    function Write-PlanLog([string] $Path, [string] $Structure, [string] $Masks, [string] $Source = '1.2.3.1') {
        $null = New-Item -ItemType Directory -Force (Split-Path $Path)
        Set-Content -LiteralPath $Path @"
<?xml version="1.0" encoding="UTF-8"?>
<Eagles time="2024-03-12_10-15-00 10.48.12">
  <PatientData seriesID="$Source" seriesNumber="3" seriesPath="C:\Pat_Muster Erika" patientID="MRN-4711" />
  <Trajectories><Trajectory><Segmentation StructureType="$Structure"><Path>$Masks</Path></Segmentation></Trajectory></Trajectories>
</Eagles>
"@
    }

    $patient = "$TestDrive/Muster/Series_3"
    $recording = "$patient/CAS-One Recordings/2024-03-12_10-15-00"
    $null = New-TestDicom "$patient/1.dcm"
    $null = New-TestDicom "$recording/Segmentations/SeriesNo_3/SegmentationNo_0/1.dcm" @{ SeriesInstanceUID = '1.2.3.50'; SOPInstanceUID = '1.2.3.50.1' }
    $null = New-TestDicom "$recording/Segmentations/SeriesNo_3/SegmentationNo_1/1.dcm" @{ SeriesInstanceUID = '1.2.3.51'; SOPInstanceUID = '1.2.3.51.1' }
    Write-PlanLog -Path "$recording/Plan_1.xml" -Structure 'Lession' -Masks '\Segmentations\SeriesNo_3\SegmentationNo_0'
    Write-PlanLog -Path "$recording/AblationValidation_1.xml" -Structure 'AblationZone' -Masks '\Segmentations\SERIESNO_3\SegmentationNo_1'
    $links = @(Import-SegmentationPlan "$TestDrive/Muster" -WarningVariable told)
    $tumor = $links | Where-Object Label -EQ 'Tumor'
}

Describe 'Import-SegmentationPlan' {
    It 'gives one row for each segmentation, with the properties of the design' {
        $links | Should -HaveCount 2
        $tumor.psobject.Properties.Name | Should -BeExactly @(
            'Label', 'LesionNumber', 'Path', 'SeriesInstanceUID', 'SourceSeriesInstanceUID', 'SourcePath'
            'PartnerSeriesInstanceUID', 'PartnerPath', 'Problem')
    }

    It 'says of what a mask is, where its source is and which is its partner' {
        $tumor.LesionNumber | Should -Be 1
        $tumor.SeriesInstanceUID | Should -BeExactly '1.2.3.50'
        $tumor.SourceSeriesInstanceUID | Should -BeExactly '1.2.3.1'
        $tumor.SourcePath | Should -BeExactly (Resolve-Path $patient).ProviderPath
        $tumor.PartnerSeriesInstanceUID | Should -BeExactly '1.2.3.51'
        $tumor.PartnerPath | Should -BeExactly (Resolve-Path "$recording/Segmentations/SeriesNo_3/SegmentationNo_1").ProviderPath
        $tumor.Problem | Should -BeNullOrEmpty
    }

    It 'does not warn of the XML files that it reads' {
        $told | Should -BeNullOrEmpty
    }

    It 'takes folders from the pipeline, and literally' {
        Get-ChildItem $TestDrive -Directory -Filter Muster | Import-SegmentationPlan | Should -HaveCount 2
        Import-SegmentationPlan -LiteralPath $recording -Series @() | Should -HaveCount 2
    }

    It 'takes the index of Get-DicomSeries' {
        $series = Get-DicomSeries $patient -WarningAction Ignore | Where-Object SeriesInstanceUID -NE '1.2.3.1'
        (Import-SegmentationPlan $patient -Series $series).Problem | Select-Object -Unique |
            Should -Be 'The series on which it was drawn was not found.'
    }

    It 'takes what a repair gave' {
        $repaired = [Dams.RepairedSeries]::new($tumor.Path, $tumor.Path, '1.2.3.50', '2.25.77', 51, 1, [string[]]@())
        (Import-SegmentationPlan $recording -RepairedSeries $repaired | Where-Object Label -EQ 'Tumor').SeriesInstanceUID |
            Should -BeExactly '2.25.77'
    }

    It 'does not take silence for success where there is no log' {
        Import-SegmentationPlan "$patient/1.dcm" -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -Be 'NoXmlFound,Dams.Commands.ImportSegmentationPlanCommand'
    }

    It 'makes of a broken log one error that names nobody and reads the others' {
        $broken = "$TestDrive/Muster Erika"
        Write-PlanLog -Path "$broken/Plan_1.xml" -Structure 'Lession' -Masks '\Segmentations\SeriesNo_3\SegmentationNo_0'
        Set-Content "$broken/Plan_Muster.xml" '<!DOCTYPE Muster><Eagles/>'
        $rows = Import-SegmentationPlan $broken -ErrorAction SilentlyContinue -ErrorVariable failures
        $rows | Should -HaveCount 1
        $failures.FullyQualifiedErrorId | Should -Be 'XmlWithDtd,Dams.Commands.ImportSegmentationPlanCommand'
        Get-ErrorText $failures[0] | Should -Not -Match 'Muster'
    }
}
