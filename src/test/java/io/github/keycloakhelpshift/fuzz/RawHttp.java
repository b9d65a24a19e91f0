package io.github.keycloakhelpshift.fuzz;

import io.github.keycloakhelpshift.support.Answer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One connection to a server, made again when the server has closed it. */
final class RawHttp implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 60_000;

  private final URI server;
  private Socket socket;
  private InputStream input;

  RawHttp(URI server) {
    this.server = server;
  }

  /** The answer to a request; a connection that ends without one is status 0. */
  Answer send(RawRequest request) throws IOException {
    boolean fresh = socket == null;
    try {
      return exchange(request);
    } catch (IOException e) {
      close();
      // A server may close what it has kept open; what was just made, it closes on purpose.
      return fresh
          ? new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), "")
          : send(request);
    }
  }

  private Answer exchange(RawRequest request) throws IOException {
    if (socket == null) {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
      input = new BufferedInputStream(socket.getInputStream());
    }
    try {
      socket.getOutputStream().write(request.bytes());
    } catch (IOException e) {
      // It refused before it had read all; the answer may be there all the same.
    }
    return read(request.isHead());
  }

  private Answer read(boolean withoutBody) throws IOException {
    int status;
    Map<String, List<String>> headers;
    do {
      status = Integer.parseInt(line().split(" ", 3)[1]);
      headers = headers();
    } while (status / 100 == 1);
    byte[] body = withoutBody || status == 204 || status == 304 ? new byte[0] : body(headers);
    if (first(headers, "connection").equalsIgnoreCase("close")) {
      close();
    }
    return new Answer(
        status,
        HttpHeaders.of(headers, (name, value) -> true),
        new String(body, StandardCharsets.UTF_8));
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(":", 2);
      headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1].strip());
    }
    return headers;
  }

  private byte[] body(Map<String, List<String>> headers) throws IOException {
    if (first(headers, "transfer-encoding").equalsIgnoreCase("chunked")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        body.writeBytes(input.readNBytes(size));
        line();
      }
      line();
      return body.toByteArray();
    }
    String length = first(headers, "content-length");
    if (!length.isEmpty()) {
      return input.readNBytes(Integer.parseInt(length));
    }
    byte[] rest = input.readAllBytes();
    close();
    return rest;
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private static String first(Map<String, List<String>> headers, String name) {
    return headers.getOrDefault(name, List.of("")).get(0);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
