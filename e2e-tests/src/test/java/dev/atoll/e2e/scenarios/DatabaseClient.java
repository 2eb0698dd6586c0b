// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Arrays;
import java.util.Objects;

/**
 * How the owner of a database speaks to it: with the client in its own image, over the network, and with the files of the
 * Service Binding in its pod. What is stored is never part of the statement.
 */
enum DatabaseClient {
    PostgreSQL(
            "PGCONNECT_TIMEOUT=5 psql \"$(cat \"$SERVICE_BINDING_ROOT/$1/uri\")\" --no-psqlrc --quiet --tuples-only --no-align"
                    + " --set=ON_ERROR_STOP=1 --set=what=\"$2\" <<<\"$3\"",
            "cd \"$SERVICE_BINDING_ROOT/$1\" && PGCONNECT_TIMEOUT=5 PGPASSWORD=\"$3\" psql --no-psqlrc --no-password"
                    + " --host=\"$(cat host)\" --username=\"$2\" --dbname=\"$(cat database)\" --command='select 1'",
            "create table if not exists kept (what text primary key);"
                    + " insert into kept values (:'what') on conflict do nothing;",
            "select what from kept where what = :'what';",
            "create table if not exists numbers (number int primary key, digest text not null);"
                    + " create or replace view digests as select digest from numbers;"
                    + " create or replace function number_of(text) returns int language sql as"
                    + " 'select number from numbers where digest = $1';"
                    + " insert into numbers select n, md5(n::text) from generate_series(1, :'what') n"
                    + " on conflict do nothing;",
            "select count(*) || ' ' || md5(string_agg(number || ':' || digest, ',' order by number)) || ' '"
                    + " || max(number_of(digest)) from numbers where digest in (select digest from digests);",
            "select number from numbers"),
    MariaDB(
            "cd \"$SERVICE_BINDING_ROOT/$1\" && MYSQL_PWD=\"$(cat password)\" mariadb --connect-timeout=5 --batch"
                    + " --skip-column-names --host=\"$(cat host)\" --port=\"$(cat port)\" --user=\"$(cat username)\""
                    + " \"$(cat database)\" <<<\"set @what = x'$(printf %s \"$2\" | od -An -v -tx1 | tr -d ' \\n')'; $3\"",
            "cd \"$SERVICE_BINDING_ROOT/$1\" && MYSQL_PWD=\"$3\" mariadb --connect-timeout=5 --host=\"$(cat host)\""
                    + " --user=\"$2\" --execute='select 1' \"$(cat database)\"",
            "create table if not exists kept (what varchar(200) primary key);"
                    + " insert ignore into kept values (@what);",
            "select what from kept where what = @what;",
            "create table if not exists numbers (number int primary key, digest varchar(32) not null);"
                    + " create or replace view digests as select digest from numbers;"
                    + " create or replace function number_of(wanted varchar(32)) returns int reads sql data"
                    + " return (select number from numbers where digest = wanted);"
                    + " insert ignore into numbers select seq, md5(seq) from seq_1_to_1000000 where seq <= @what;",
            "set session group_concat_max_len = 100000000;"
                    + " select concat(count(*), ' ', md5(group_concat(number, ':', digest order by number)), ' ',"
                    + " max(if(number < 9, number_of(digest), 0))) from numbers where digest in (select digest from digests);",
            "select number from numbers"),
    MySQL(
            "cd \"$SERVICE_BINDING_ROOT/$1\" && MYSQL_PWD=\"$(cat password)\" mysql --connect-timeout=5 --batch"
                    + " --skip-column-names --host=\"$(cat host)\" --port=\"$(cat port)\" --user=\"$(cat username)\""
                    + " \"$(cat database)\" <<<\"set @what = x'$(printf %s \"$2\" | od -An -v -tx1 | tr -d ' \\n')'; $3\"",
            "cd \"$SERVICE_BINDING_ROOT/$1\" && MYSQL_PWD=\"$3\" mysql --connect-timeout=5 --host=\"$(cat host)\""
                    + " --user=\"$2\" --execute='select 1' \"$(cat database)\"",
            "create table if not exists kept (what varchar(200) primary key);"
                    + " insert ignore into kept values (convert(@what using utf8mb4));",
            "select what from kept where what = convert(@what using utf8mb4);",
            "create table if not exists numbers (number int primary key, digest varchar(32) not null);"
                    + " create or replace view digests as select digest from numbers;"
                    + " create function if not exists number_of(wanted varchar(32)) returns int reads sql data"
                    + " return (select number from numbers where digest = wanted);"
                    + " set session cte_max_recursion_depth = 1000000;"
                    + " insert ignore into numbers with recursive sequence as (select 1 as n union all"
                    + " select n + 1 from sequence where n < cast(@what as unsigned)) select n, left(sha2(n, 256), 32) from sequence;",
            "set session group_concat_max_len = 100000000;"
                    + " select concat(count(*), ' ', sha2(group_concat(number, ':', digest order by number), 256), ' ',"
                    + " max(if(number < 9, number_of(digest), 0))) from numbers where digest in (select digest from digests);",
            "select number from numbers"),
    Valkey(
            "cd \"$SERVICE_BINDING_ROOT/$1\" && REDISCLI_AUTH=\"$(cat password)\" timeout 10 valkey-cli -e -h \"$(cat host)\""
                    + " -p \"$(cat port)\" --user \"$(cat username)\" eval \"$3\" 0 \"$2\"",
            "cd \"$SERVICE_BINDING_ROOT/$1\" && REDISCLI_AUTH=\"$3\" timeout 10 valkey-cli -e -h \"$(cat host)\" --user \"$2\" ping",
            "server.call('set', 'kept:' .. ARGV[1], ARGV[1]) return ''",
            "return server.call('get', 'kept:' .. ARGV[1])",
            "for n = 1, tonumber(ARGV[1]) do server.call('hset', 'number:' .. n, 'digest', server.sha1hex(tostring(n))) end"
                    + " return ''",
            "local names = server.call('keys', 'number:*') table.sort(names) local all = {}"
                    + " for i, name in ipairs(names) do all[i] = name .. '=' .. server.call('hget', name, 'digest') end"
                    + " return #names .. ' ' .. server.sha1hex(table.concat(all, ','))",
            "if server.call('exists', 'number:1') == 0 then return server.error_reply('there are none') end"
                    + " return ''");

    private final String script;
    private final String login;
    private final String store;
    private final String find;
    private final String fill;
    private final String sum;
    private final String rows;

    DatabaseClient(String script, String login, String store, String find, String fill, String sum, String rows) {
        this.script = script;
        this.login = login;
        this.store = store;
        this.find = find;
        this.fill = fill;
        this.sum = sum;
        this.rows = rows;
    }

    /** The client of a ServiceDatabase. */
    static DatabaseClient of(Scene scene, String database) {
        GenericKubernetesResource found = ObjectKind.ServiceDatabase.all(scene).stream()
                .filter(object -> object.getMetadata().getName().equals(database))
                .findFirst()
                .orElseThrow();
        String engine = Objects.requireNonNull(found.get("spec", "engine"));
        return Arrays.stream(values())
                .filter(client -> client.name().equals(engine))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no client is known for " + engine));
    }

    /** Stores a text, unless it is there. */
    Shell.Result store(Shell shell, String owner, String database, String what) {
        return run(shell, owner, database, what, store);
    }

    /** Prints a text, if it is there. */
    Shell.Result find(Shell shell, String owner, String database, String what) {
        return run(shell, owner, database, what, find);
    }

    /** Makes a table, a view and a function with so many rows in them, unless they are there. */
    Shell.Result fill(Shell shell, String owner, String database, int rows) {
        return run(shell, owner, database, Integer.toString(rows), fill);
    }

    /** Prints how many rows there are, and a checksum over every one of them. */
    Shell.Result sum(Shell shell, String owner, String database) {
        return run(shell, owner, database, "", sum);
    }

    /** Fails where nobody has made rows. */
    Shell.Result rows(Shell shell, String owner, String database) {
        return run(shell, owner, database, "", rows);
    }

    /** Logs in as a user of one's choice. */
    Shell.Result login(Shell shell, String owner, String database, String user, String password) {
        return shell.run(owner, "bash", "-c", login, "bash", database, user, password);
    }

    /** Runs a statement and prints what it gives. */
    Shell.Result run(Shell shell, String owner, String database, String what, String statement) {
        return shell.run(owner, "bash", "-c", script, "bash", database, what, statement);
    }
}
