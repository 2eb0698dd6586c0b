// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Keeps backups as objects of a bucket. */
public final class S3Store implements BackupStore {
    /** Object stores that are not Amazon's take any region, and this one is their usual default. */
    private static final String DEFAULT_REGION = "us-east-1";

    private final S3Client client;
    private final String bucket;

    /**
     * A store of a bucket.
     *
     * @param endpoint null for Amazon's of the region
     * @param region null for the store's default
     */
    public S3Store(
            String bucket, @Nullable String endpoint, @Nullable String region, String accessKeyId, String secretKey) {
        this.bucket = bucket;
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(region == null ? DEFAULT_REGION : region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretKey)))
                // Checksums that many other stores do not know; ours is in the record.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (endpoint != null) {
            // A bucket as a part of the host name needs DNS that an own store seldom has.
            builder.endpointOverride(URI.create(endpoint)).forcePathStyle(true);
        }
        this.client = builder.build();
    }

    @Override
    public Upload begin(String name) throws IOException {
        return asking(bucket, () -> new S3Upload(client, bucket, name));
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        return asking(bucket, () -> {
            try {
                return Optional.of(client.getObjectAsBytes(
                                request -> request.bucket(bucket).key(name))
                        .asUtf8String());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void write(String name, String content) throws IOException {
        asking(
                bucket,
                () -> client.putObject(
                        request -> request.bucket(bucket).key(name),
                        RequestBody.fromString(content, StandardCharsets.UTF_8)));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return asking(
                bucket, () -> client.getObject(request -> request.bucket(bucket).key(name)));
    }

    @Override
    public List<String> folders(String folder) throws IOException {
        var prefix = folder + "/";
        return asking(
                bucket,
                () -> client
                        .listObjectsV2Paginator(
                                request -> request.bucket(bucket).prefix(prefix).delimiter("/"))
                        .commonPrefixes()
                        .stream()
                        .map(CommonPrefix::prefix)
                        .map(name -> name.substring(prefix.length(), name.length() - 1))
                        .sorted()
                        .toList());
    }

    @Override
    public void delete(String name) throws IOException {
        asking(
                bucket,
                () -> client.deleteObject(request -> request.bucket(bucket).key(name)));
    }

    @Override
    public void close() {
        client.close();
    }

    /** What the object store refuses is as expected as a full disk. */
    static <T> T asking(String bucket, Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (SdkException e) {
            throw new IOException("bucket %s: %s".formatted(bucket, e.getMessage()), e);
        }
    }

    /** One or several requests to the object store. */
    @FunctionalInterface
    interface Question<T> {
        /** Asks. */
        T ask();
    }
}
