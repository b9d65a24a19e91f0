package io.github.keycloakhelpshift.console;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Pictures for the docs. They go to {@code target/screenshots}, or where the system property {@code
 * screenshots} says.
 */
final class Screenshots {

  /** The bar that says that the admin of a new server is a temporary one. */
  private static final int BANNER = 29;

  private static final int COLORS = 128;

  private final Path directory =
      Path.of(System.getProperty("screenshots", "target/screenshots")).toAbsolutePath();

  /** The window as it is, without the banner. */
  void take(Page page, String name) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
      // The page Helpshift covers the banner.
      int top = page.locator("dialog[open]").count() == 0 ? BANNER : 0;
      BufferedImage part =
          picture.getSubimage(0, top, picture.getWidth(), picture.getHeight() - top);
      Files.createDirectories(directory);
      ImageIO.write(fewerColors(part), "png", directory.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A third of the size; the console has few colors but for the edges of its letters. */
  private static BufferedImage fewerColors(BufferedImage picture) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    List<Integer> palette =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(COLORS)
            .map(Map.Entry::getKey)
            .toList();
    int[] colors = palette.stream().mapToInt(color -> color).toArray();
    BufferedImage result =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, colors.length, colors, 0, false, -1, 0));
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int color = picture.getRGB(x, y) & 0xffffff;
        int index = nearest.computeIfAbsent(color, ignored -> nearest(colors, color));
        result.getRaster().setSample(x, y, 0, index);
      }
    }
    return result;
  }

  private static int nearest(int[] colors, int color) {
    int best = 0;
    for (int i = 1; i < colors.length; i++) {
      if (distance(colors[i], color) < distance(colors[best], color)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int left, int right) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (left >> shift & 0xff) - (right >> shift & 0xff);
      sum += difference * difference;
    }
    return sum;
  }
}
