package io.github.keycloakhelpshift.benchmark;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Several configurations side by side. */
final class SeriesReport {

  private static final double USERINFO_GOAL = 1.2;
  private static final double AUTHENTICATE_ONLY_GOAL = 0.75;
  private static final double FLAT = 0.1;

  private final List<Measured> all;
  private final Measured main;
  private final List<Measured> byUsers;
  private final Map<String, Double> partsNanos;

  /** The main configuration is the one whose figures stand for themselves. */
  SeriesReport(List<Measured> all, Configuration main, Map<String, Double> partsNanos) {
    this.all =
        all.stream()
            .sorted(
                Comparator.comparing(
                    Measured::configuration,
                    Comparator.comparingInt(Configuration::users)
                        .thenComparingInt(Configuration::clients)
                        .thenComparingInt(Configuration::sources)))
            .toList();
    this.main =
        all.stream().filter(one -> one.configuration().equals(main)).findFirst().orElseThrow();
    this.byUsers =
        varying(one -> one.sources() == main.sources() && one.clients() == main.clients());
    this.partsNanos = partsNanos;
  }

  void draw(Charts charts) throws IOException {
    Function<Configuration, String> users = one -> "%,d".formatted(one.users());
    charts.bars(
        "throughput-by-users.svg",
        "users in the database",
        "requests/s",
        labels(byUsers, users),
        bars(byUsers, Round::perSecond));
    charts.bars(
        "cpu-by-users.svg",
        "users in the database",
        "CPU µs/request",
        labels(byUsers, users),
        bars(byUsers, Round::cpuMicros));
    List<Measured> rest = varying(one -> one.users() == main.configuration().users());
    charts.bars(
        "cpu-by-sources-and-clients.svg",
        "sources, clients",
        "CPU µs/request",
        labels(rest, one -> "%d, %d".formatted(one.sources(), one.clients())),
        bars(rest, Round::cpuMicros));
  }

  String toMarkdown() {
    return String.join(
        "\n",
        "### Goals\n",
        goals(),
        "### Side by side\n",
        new ThroughputReport(main).toMarkdown(),
        "### Users, sources, clients\n",
        configurations(),
        "![Requests per second by users in the database](images/throughput-by-users.svg)\n",
        "![Processor time per request by users in the database](images/cpu-by-users.svg)\n",
        "![Processor time per request by sources and clients](images/cpu-by-sources-and-clients.svg)\n",
        "### Where the time goes\n",
        timeSpent());
  }

  private String goals() {
    // The other way round: less processor time is faster.
    double userinfo = main.ratio(Endpoint.USERINFO, Endpoint.TOKEN, Round::cpuMicros).median();
    double floor =
        main.ratio(Endpoint.AUTHENTICATE_ONLY, Endpoint.TOKEN, Round::cpuMicros).median();
    double session =
        main.ratio(Endpoint.AUTHENTICATE_ONLY, Endpoint.SESSION, Round::cpuMicros).median();
    double clock = unevenness(Round::perSecond);
    double cpu = unevenness(Round::cpuMicros);
    Configuration most = byUsers.get(byUsers.size() - 1).configuration();
    return """
        | goal | measured | reached |
        | --- | --- | --- |
        | at least %.1f times userinfo, by CPU | %.2f | %s |
        | at least %.2f of authenticate-only, by CPU | %.2f | %s |
        | GET session: no more CPU than authenticate-only | %.2f | %s |
        | flat within %.0f %% from %,d to %,d users, %,d of them active | requests/s within %.0f %%, CPU within %.0f %% | %s |
        """
        .formatted(
            USERINFO_GOAL,
            userinfo,
            reached(userinfo >= USERINFO_GOAL),
            AUTHENTICATE_ONLY_GOAL,
            floor,
            reached(floor >= AUTHENTICATE_ONLY_GOAL),
            session,
            reached(session >= 1),
            100 * FLAT,
            byUsers.get(0).configuration().users(),
            most.users(),
            most.signedIn(),
            100 * clock,
            100 * cpu,
            reached(clock <= FLAT && cpu <= FLAT));
  }

  /** How far the medians lie from that of the fewest users, at most. */
  private double unevenness(ToDoubleFunction<Round> figure) {
    double fewest = byUsers.get(0).spread(Endpoint.TOKEN, figure).median();
    return byUsers.stream()
        .mapToDouble(one -> Math.abs(one.spread(Endpoint.TOKEN, figure).median() / fewest - 1))
        .max()
        .orElseThrow();
  }

  private String configurations() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        Medians of POST token; in brackets by cookie.

        | users | sources | clients | requests/s | p50 ms | p99 ms | CPU µs/request | / userinfo | \
        / authenticate-only | / Node service |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
    for (Measured one : all) {
      text.append(
          "| %,d | %d | %d | %s | %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  one.configuration().users(),
                  one.configuration().sources(),
                  one.configuration().clients(),
                  both(one, "%.0f", Round::perSecond),
                  both(one, "%.1f", Round::p50Millis),
                  both(one, "%.1f", Round::p99Millis),
                  both(one, "%.0f", Round::cpuMicros),
                  ratio(one, Endpoint.USERINFO),
                  ratio(one, Endpoint.AUTHENTICATE_ONLY),
                  ratio(one, Endpoint.SERVICE)));
    }
    return text.toString();
  }

  private String timeSpent() {
    double token = main.spread(Endpoint.TOKEN, Round::cpuMicros).median();
    double floor = main.spread(Endpoint.AUTHENTICATE_ONLY, Round::cpuMicros).median();
    double userinfo = main.spread(Endpoint.USERINFO, Round::cpuMicros).median();
    double signing = partsNanos.get("token") / 1e3;
    return """
        | part of POST token | CPU µs | share |
        | --- | --- | --- |
        %s%s%s%s%s%s
        The first is the time of authenticate-only. Signing is measured separately, in a JVM that \
        does nothing else (`bin/benchmark parts`). The rest is what is left.
        """
        .formatted(
            share("take the request, verify the access token, find session and user", floor, token),
            share("sign", signing, token),
            share(
                "the rest: client, origin, mapping, user event, JSON",
                token - floor - signing,
                token),
            share("all", token, token),
            share(
                "the most for %.2f of authenticate-only".formatted(AUTHENTICATE_ONLY_GOAL),
                floor / AUTHENTICATE_ONLY_GOAL,
                token),
            share(
                "the most for %.1f times userinfo".formatted(USERINFO_GOAL),
                userinfo / USERINFO_GOAL,
                token));
  }

  private static String share(String part, double micros, double whole) {
    return "| %s | %.0f | %.0f %% |%n".formatted(part, micros, 100 * micros / whole);
  }

  private static String both(Measured one, String number, ToDoubleFunction<Round> figure) {
    return (number + " (" + number + ")")
        .formatted(
            one.spread(Endpoint.TOKEN, figure).median(),
            one.spread(Endpoint.TOKEN_BY_COOKIE, figure).median());
  }

  private static String ratio(Measured one, Endpoint theirs) {
    return "%.2f (%.2f)"
        .formatted(
            one.ratio(Endpoint.TOKEN, theirs, Round::perSecond).median(),
            one.ratio(Endpoint.TOKEN_BY_COOKIE, theirs, Round::perSecond).median());
  }

  private static String reached(boolean reached) {
    return reached ? "yes" : "no";
  }

  private List<Measured> varying(Predicate<Configuration> same) {
    return all.stream().filter(one -> same.test(one.configuration())).toList();
  }

  private static List<String> labels(List<Measured> some, Function<Configuration, String> label) {
    return some.stream().map(Measured::configuration).map(label).toList();
  }

  private static Map<String, List<Double>> bars(
      List<Measured> some, ToDoubleFunction<Round> figure) {
    return Arrays.stream(Endpoint.values())
        .collect(
            Collectors.toMap(
                Endpoint::label,
                endpoint ->
                    some.stream().map(one -> one.spread(endpoint, figure).median()).toList(),
                (one, other) -> one,
                LinkedHashMap::new));
  }
}
