package io.github.keycloakhelpshift.benchmark;

import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.token.IdentityTokenSigner;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.token.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Signing a token of five identities, against nothing but the HMAC of the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SigningBenchmark {

  private static final String TEXT = "benchmark-only-benchmark-only-benchmark-only";

  private final SharedSecret secret = SharedSecret.of(TEXT, LoginMethod.IDENTITIES);
  private final SecretKeySpec key =
      new SecretKeySpec(TEXT.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  private final IdentityToken token =
      new IdentityToken(
          List.of(
              new Identity(IdentityType.UID, "0c7d3f0a-4a5b-4b54-9d5e-3f6a8a1d9c11"),
              new Identity(IdentityType.EMAIL, "player@example.com"),
              new Identity(IdentityType.DISCORD_ID, "80351110224678912"),
              new Identity(IdentityType.PSN_ID, "PatPlays"),
              new Identity(IdentityType.STEAM_ID, "76561198000000001")),
          Instant.ofEpochSecond(1_790_000_000),
          false);
  private final byte[] signingInput = signingInput();

  private byte[] signingInput() {
    String signed = IdentityTokenSigner.sign(token, secret);
    return signed.substring(0, signed.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  }

  /** What each token costs. */
  @Benchmark
  public String token() {
    return IdentityTokenSigner.sign(token, secret);
  }

  /** The part of it that no code could save. */
  @Benchmark
  public byte[] bareMac() throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    return mac.doFinal(signingInput);
  }
}
