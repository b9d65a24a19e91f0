package io.github.keycloakhelpshift.benchmark;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUtils;

/** Draws figures as SVG, on white so that they can be read on a dark page, too. */
final class Charts {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 400;

  /** Okabe and Ito's, which color-blind people can tell apart. */
  private static final List<Color> COLORS =
      List.of(
          new Color(0x0072B2),
          new Color(0x56B4E9),
          new Color(0xE69F00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x555555));

  private final Path folder;

  Charts(Path folder) {
    this.folder = folder;
  }

  void bars(
      String name,
      String xTitle,
      String yTitle,
      List<String> categories,
      Map<String, List<Double>> series)
      throws IOException {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    series.forEach(
        (label, values) -> {
          for (int i = 0; i < values.size(); i++) {
            data.addValue(values.get(i), label, categories.get(i));
          }
        });
    JFreeChart chart = ChartFactory.createBarChart(null, xTitle, yTitle, data);
    BarRenderer renderer = (BarRenderer) chart.getCategoryPlot().getRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setItemMargin(0);
    for (int i = 0; i < series.size(); i++) {
      renderer.setSeriesPaint(i, COLORS.get(i));
    }
    chart.getCategoryPlot().setRangeGridlinePaint(Color.LIGHT_GRAY);
    save(chart, name);
  }

  /** Lines above zero: what grows by a little is not to look as if it grew by much. */
  void lines(
      String name, String xTitle, String yTitle, List<Double> x, Map<String, List<Double>> series)
      throws IOException {
    lines(name, xTitle, new NumberAxis(yTitle), 0, x, series);
  }

  /** Lines by powers of ten: what is a hundred times the rest is not to hide it. */
  void logarithmicLines(
      String name, String xTitle, String yTitle, List<Double> x, Map<String, List<Double>> series)
      throws IOException {
    LogAxis axis = new LogAxis(yTitle);
    axis.setTickUnit(new NumberTickUnit(1));
    axis.setNumberFormatOverride(new DecimalFormat("#,##0.#"));
    lines(name, xTitle, axis, 0.1, x, series);
  }

  private void lines(
      String name,
      String xTitle,
      ValueAxis yAxis,
      double least,
      List<Double> x,
      Map<String, List<Double>> series)
      throws IOException {
    XYSeriesCollection data = new XYSeriesCollection();
    series.forEach(
        (label, y) -> {
          XYSeries line = new XYSeries(label);
          for (int i = 0; i < x.size(); i++) {
            line.add(x.get(i), y.get(i));
          }
          data.addSeries(line);
        });
    JFreeChart chart = ChartFactory.createXYLineChart(null, xTitle, null, data);
    chart.getXYPlot().setRangeAxis(yAxis);
    yAxis.setLowerBound(least);
    ChartFactory.getChartTheme().apply(chart);
    XYItemRenderer renderer = chart.getXYPlot().getRenderer();
    for (int i = 0; i < series.size(); i++) {
      renderer.setSeriesPaint(i, COLORS.get(i));
      renderer.setSeriesStroke(i, new BasicStroke(2));
    }
    chart.getXYPlot().setRangeGridlinePaint(Color.LIGHT_GRAY);
    save(chart, name);
  }

  private void save(JFreeChart chart, String name) throws IOException {
    Plot plot = chart.getPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    chart.setBackgroundPaint(Color.WHITE);
    SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
    // Else each run would give other names to the same things.
    svg.setDefsKeyPrefix(name);
    chart.draw(svg, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    SVGUtils.writeToSVG(folder.resolve(name).toFile(), svg.getSVGElement());
  }
}
